import 'element-plus/theme-chalk/base.css';
import '@/shared/tokens.css';
import './desk.css';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n } from './i18n';
import { failed } from './shell/failure';
import { pending, router } from './shell/router';

const app = createApp(App).use(i18n).use(router);
app.config.errorHandler = (error) => failed(error);
router.onError((error) => {
  pending.value = false;
  failed(error);
});
app.mount('#app');
