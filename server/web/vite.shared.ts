import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the builds share. Phones in use are years old (WeChat's WebView too), hence ES2019. */
export function shared(entry: 'phone' | 'm' | 'desk' | 'kiosk', base: string): UserConfig {
  return {
    root: here(`src/${entry}`),
    base,
    publicDir: false,
    resolve: { alias: { '@': here('src') } },
    build: {
      target: 'es2019',
      outDir: here(`dist/${entry}`),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
    },
    server: { proxy: { '/api': process.env['HUXUE_SERVER'] ?? 'http://127.0.0.1:8350' } },
  };
}
