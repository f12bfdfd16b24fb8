import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { shared } from './vite.shared';

/** Reading codes is loaded on demand: the worker keeps it once it was used, so that the first load stays small. */
const ON_DEMAND = ['**/zxing*'];

const pwa = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  filename: 'sw.js',
  scope: '/m/',
  manifest: {
    id: '/m/',
    name: '护学岗',
    short_name: '护学岗',
    description: '学校门口的护学岗：到岗打卡，今天的班次，我的记录。',
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: '/m/',
    scope: '/m/',
    display: 'standalone',
    background_color: '#f5f7f9',
    theme_color: '#0b5c8a',
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png}'],
    globIgnores: ON_DEMAND,
    navigateFallback: '/m/index.html',
    navigateFallbackAllowlist: [/^\/m\//],
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    sourcemap: false,
    runtimeCaching: [
      { urlPattern: /\/m\/assets\/zxing/, handler: 'CacheFirst', options: { cacheName: 'huxue-scan', expiration: { maxEntries: 4 } } },
    ],
  },
});

const base = shared('m', '/m/');

export default defineConfig({
  ...base,
  publicDir: fileURLToPath(new URL('src/m/public', import.meta.url)),
  plugins: [vue(), pwa],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
});
