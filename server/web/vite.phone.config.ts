import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';
import { shared } from './vite.shared';

const config = shared('phone', '/c/');

/** Where the server goes on with the facts of the code: the end of the page, and nowhere else. */
const PLACE = '<!--facts-->';

/** What would end an inline script or style too soon, or open a comment in it. */
const BREAKS = /<\/(?:script|style)|<!--/i;

function inline(tag: 'script' | 'style', text: string): string {
  if (BREAKS.test(text)) throw new Error(`the ${tag} holds text that breaks out of the page`);
  return `<${tag}>${text.trim()}</${tag}>`;
}

/** One file for one round trip: the script at the end of the body, the style in the head. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName === 'index.html');
      if (page?.type !== 'asset') throw new Error('no page was built');
      const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
      const styles = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []));
      const bare = String(page.source).replace(/\s*<script[^>]*src=[^>]*><\/script>|\s*<link rel="stylesheet"[^>]*>/g, '');
      const [before = '', after = ''] = bare.split('</head>');
      // HTML ends body and html by itself.
      const body = after.replace(PLACE, '').replace(/<\/body>\s*<\/html>\s*$/, () => `${inline('script', scripts.join(';'))}\n${PLACE}`);
      const source = `${before.trim()}\n${styles.map((style) => inline('style', style)).join('')}\n</head>${body}`;
      if (source.split(PLACE).length !== 2 || !source.endsWith(PLACE)) throw new Error(`${PLACE} must end the page, and stand in it once`);
      for (const { fileName } of files) if (fileName !== 'index.html') delete bundle[fileName];
      page.source = source;
    },
  };
}

/** The service worker is a script of its own, served at /c-sw.js. */
function worker(): Plugin {
  const entry = fileURLToPath(new URL('src/phone/sw.ts', import.meta.url));
  return {
    name: 'worker',
    apply: 'build',
    async closeBundle() {
      const lib = { entry, formats: ['iife' as const], name: 'worker', fileName: () => 'c-sw.js' };
      const { target, outDir } = config.build ?? {};
      await build({ configFile: false, logLevel: 'warn', build: { lib, target: target ?? 'es2019', outDir: outDir ?? 'dist/phone', emptyOutDir: false, reportCompressedSize: false } });
    },
  };
}

/** While developing, every address of the page gives the page. */
function addresses(): Plugin {
  return {
    name: 'addresses',
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        if (/^\/(c|join)\/[^./@?]+\/?(\?.*)?$/i.test(request.url ?? '')) request.url = '/c/index.html';
        next();
      });
    },
  };
}

export default defineConfig({
  ...config,
  plugins: [addresses(), oneFile(), worker()],
  build: { ...config.build, cssCodeSplit: false, rolldownOptions: { output: { format: 'iife' } } },
});
