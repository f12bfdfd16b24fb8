// Pictures of every page of a demo that runs: node tests/browser/tour.mjs ADDRESS FOLDER SIGN-INS
// SIGN-INS is a file with what `huxue demo` printed: it names one of each kind of person, a sign and a screen.
// Each page is taken in the size that it is mostly used in, in both languages. EVERY=1 takes both sizes, and Chinese in the dark.
// ONLY=phone,desk-school takes some of the parts below.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from './library.mjs';
import { parts } from './tour_pages.mjs';

const [address, folder, printed] = process.argv.slice(2);
const text = readFileSync(printed, 'utf8');
const password = /password (\S+)/.exec(text)[1];
const phoneOf = (who) => new RegExp(`${who}\\s+(\\d{11})`).exec(text)[1];
const code = /\/c\/([A-Z0-9]+)/i.exec(text)[1];
const screen = /\/kiosk\/(\S+)/.exec(text)[1];
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
const LOOKS = process.env.EVERY ? [['zh', 'light'], ['en', 'light'], ['zh', 'dark']] : [['zh', 'light'], ['en', 'light']];
const QUALITY = 60;
mkdirSync(folder, { recursive: true });

/** Dates in fields follow the language of the browser itself. */
const browsers = {};
const browserOf = (lang) => (browsers[lang] ??= chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  env: { ...process.env, LANGUAGE: lang === 'zh' ? 'zh_CN' : 'en_GB' },
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--lang=${lang === 'zh' ? 'zh-CN' : 'en-GB'}`],
}));

async function sessionOf(who) {
  const answer = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: phoneOf(who), password }) });
  const body = await answer.json();
  return { access: body.access_token, refresh: body.refresh_token, expiresAt: Date.now() + body.expires_in * 1000, person: body.person };
}

async function facts() {
  const get = async (held, path) => (await fetch(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${held.access}` } })).json();
  const officeOf = async (held) => (await get(held, '/me')).memberships.find((one) => one.office !== null).organization.id;
  const principal = await sessionOf('principal');
  const school = await officeOf(principal);
  const { date } = await get(principal, `/schools/${school}/board`);
  const [gate] = (await get(principal, `/schools/${school}/checkpoints`)).items;
  const past = new Date(Date.parse(`${date}T00:00:00Z`) - 3 * 86_400_000).toISOString().slice(0, 10);
  const [last] = (await get(await sessionOf('parent'), '/me/check-ins?limit=1')).items;
  const guard = await get(await sessionOf('guard in charge'), `/me/shifts?from=${date}&to=${new Date(Date.parse(`${date}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)}`);
  const chief = await sessionOf('station chief');
  const station = await officeOf(chief);
  const [route] = (await get(chief, `/organizations/${station}/patrol-routes`)).items;
  return { station, route: route.id, code, screen, last: last.id, shift: guard.items[0].id, school, gate: gate.id, past, bureau: await officeOf(await sessionOf('bureau officer')) };
}

async function pictures({ name, who, size, pages }) {
  const held = who && (await sessionOf(who));
  for (const shape of process.env.EVERY ? Object.keys(SIZES) : [size]) {
    for (const [lang, scheme] of LOOKS) {
      const context = await (await browserOf(lang)).newContext({ viewport: SIZES[shape], locale: lang === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', colorScheme: scheme, isMobile: shape === 'phone', hasTouch: shape === 'phone' });
      await context.addInitScript(([held, lang]) => { if (held) localStorage.setItem('huxue.session', JSON.stringify(held)); localStorage.setItem('huxue.lang', lang); }, [held, lang]);
      const page = await context.newPage();
      page.on('pageerror', (error) => console.log(name, page.url(), error.message));
      page.on('console', (message) => message.type() === 'error' && console.log(name, page.url(), message.text()));
      const eye = await context.newCDPSession(page);
      for (const [part, path] of pages) {
        await page.goto(address + path, { waitUntil: 'load' });
        await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
        const { data } = await eye.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
        const file = [`${name}-${part}`, shape === size ? '' : `.${shape}`, `.${lang}`, scheme === 'dark' ? '.dark' : '', '.webp'].join('');
        writeFileSync(`${folder}/${file}`, Buffer.from(data, 'base64'));
      }
      await context.close();
    }
  }
}

const only = process.env.ONLY?.split(',');
for (const part of parts(await facts())) if (only === undefined || only.includes(part.name)) await pictures(part);
for (const browser of Object.values(browsers)) await (await browser).close();
