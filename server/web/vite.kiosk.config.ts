import { defineConfig } from 'vite';
import { shared } from './vite.shared';

export default defineConfig(shared('kiosk', '/kiosk/'));
