import { createApp } from 'vue';
import '@/shared/tokens.css';
import './ui/vant.css';
import './ui/style.css';
import { lang as chosen, tag } from '@/shared/lang';
import App from './App.vue';
import { keepSending } from './data/alarm';
import { listenForOffer } from './data/install';
import { recallMe } from './data/me';
import { router } from './router';
import { i18n, vantSpeaks } from './words';

document.documentElement.lang = tag(chosen());
void vantSpeaks(chosen());
listenForOffer();
recallMe();
keepSending();
createApp(App).use(i18n).use(router).mount('#app');
