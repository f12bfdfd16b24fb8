import '@/shared/tokens.css';
