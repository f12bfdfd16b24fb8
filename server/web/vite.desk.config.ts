import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { shared } from './vite.shared';

const common = shared('desk', '/desk/');

export default defineConfig({
  ...common,
  // The charts are one large piece, loaded by the page of trends alone.
  build: { ...common.build, chunkSizeWarningLimit: 640 },
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'true', // Element Plus has components that are written so.
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    // vue-i18n compiles its messages to data, never to code: a strict policy forbids eval.
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
});
