// Pictures of every page of the demo, for the README and for looking at: node tests/browser/tour.mjs ADDRESS FOLDER [SIGN-INS]
// SIGN-INS is what `huxue demo` printed: it names one of each kind of person, and a sign.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from './library.mjs';

const [address, folder, printed] = process.argv.slice(2);
const text = readFileSync(printed, 'utf8');
const password = /password (\S+)/.exec(text)[1];
const phoneOf = (who) => new RegExp(`${who}\\s+(\\d{11})`).exec(text)[1];
const code = /\/c\/([A-Z0-9]+)/i.exec(text)[1];
const screen = /(?:screens|kiosk)\/(\S+)/.exec(text)[1];
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? 'chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const session = async (who) => {
  const answer = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: phoneOf(who), password }) });
  const body = await answer.json();
  return { access: body.access_token, refresh: body.refresh_token, expiresAt: Date.now() + body.expires_in * 1000, person: body.person };
};
const get = async (held, path) => (await fetch(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${held.access}` } })).json();

async function pictures(name, who, pages, sizes, looks) {
  const held = who && (await session(who));
  for (const [size, width, height] of sizes) {
    for (const [lang, scheme] of looks) {
      const context = await browser.newContext({ viewport: { width, height }, locale: lang === 'zh' ? 'zh-CN' : 'en-US', timezoneId: 'Asia/Shanghai', colorScheme: scheme, isMobile: size === 'phone', hasTouch: size === 'phone' });
      await context.addInitScript(([held, lang]) => { if (held) localStorage.setItem('huxue.session', JSON.stringify(held)); localStorage.setItem('huxue.lang', lang); }, [held, lang]);
      const page = await context.newPage();
      page.on('pageerror', (error) => console.log(name, page.url(), error.message));
      page.on('console', (message) => message.type() === 'error' && console.log(name, page.url(), message.text()));
      for (const [part, path] of pages) {
        try {
          await page.goto(address + path, { waitUntil: 'load' });
          await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
          await page.screenshot({ path: `${folder}/${name}-${part}-${size}-${lang}${scheme === 'dark' ? '-dark' : ''}.jpg`, type: 'jpeg', quality: 70 });
        } catch (error) { console.log(name, path, error.message.split('\n')[0]); }
      }
      await context.close();
    }
  }
}
const only = process.env.ONLY;
const want = (name) => !only || only.split(',').includes(name);
const principal = await session('principal');
const me = await get(principal, '/me');
const school = me.memberships.find((one) => one.office !== null).organization.id;
const board = await get(principal, `/schools/${school}/board`);
const officer = await session('bureau officer');
const org = (await get(officer, '/me')).memberships.find((one) => one.office !== null).organization.id;
const places = (await get(principal, `/schools/${school}/checkpoints`)).items;
const today = board.date;
const past = new Date(Date.parse(`${today}T00:00:00Z`) - 3 * 86400e3).toISOString().slice(0, 10);
const s = `/desk/schools/${school}`, o = `/desk/organizations/${org}`;
const both = [['desk', 1440, 900], ['phone', 360, 740]], phone = [['phone', 360, 740]], desk = [['desk', 1440, 900]];
const looks = process.env.LOOKS === 'all' ? [['zh', 'light'], ['en', 'light'], ['zh', 'dark']] : [['zh', 'light'], ['en', 'light']];
if (want('phone')) await pictures('phone', 'parent', [['post', `/c/${code}`]], both, looks);
if (want('open')) await pictures('open', null, [['home', '/'], ['post', `/c/${code}`], ['unknown', '/c/ABCDEFG'], ['kiosk', `/kiosk/${screen}`], ['sign-in', '/desk/sign-in'], ['app-sign-in', '/m/sign-in']], both, looks);
if (want('app')) await pictures('app', 'parent', [['today', '/m/'], ['history', '/m/history'], ['me', '/m/me'], ['consents', '/m/me/consents'], ['data', '/m/me/data'], ['scan', '/m/scan']], phone, looks);
if (want('guard')) await pictures('guard', 'guard in charge', [['today', '/m/'], ['co-sign', '/m/co-sign']], phone, looks);
if (want('police')) await pictures('police', 'police', [['today', '/m/'], ['schools', '/m/schools']], phone, looks);
if (want('principal')) await pictures('principal', 'principal', [['board', `${s}/board`], ['day', `${s}/days/${past}`], ['today', `${s}/days`], ['month', `${s}/month`], ['trends', `${s}/trends`], ['evidence', `${s}/check-ins`], ['review', `${s}/review`], ['corrections', `${s}/corrections`], ['shifts', `${s}/shifts`]], both, looks);
if (want('setup')) await pictures('setup', 'principal', [['overview', `${s}/overview`], ['checkpoints', `${s}/checkpoints`], ['checkpoint', `${s}/checkpoints/${places[0].id}`], ['rules', `${s}/rules`], ['signs', `${s}/signs`], ['calendar', `${s}/calendar`], ['people', `${s}/people`], ['assistant', `${s}/assistant`]], both, looks);
if (want('bureau')) await pictures('bureau', 'bureau officer', [['schools', `${o}/schools`], ['compare', `${o}/compare`], ['report', `${o}/report`], ['stations', `${o}/stations`], ['calendar', `${o}/calendar`]], both, looks);
if (want('admin')) await pictures('admin', 'administrator', [['imports', `${o}/imports`], ['tree', `${o}/tree`], ['audit', `${o}/audit`], ['new-school', `${o}/new-school`]], both, looks);
await browser.close();
