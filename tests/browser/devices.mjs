// Phones and desks: each a browser profile of its own, watched while the story runs.
import { axe, launch } from './library.mjs';

const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };
/** What axe calls these keeps somebody out. */
const BAD = new Set(['serious', 'critical']);

export class Devices {
  #open = [];
  #cameras = [];
  #wrong = [];

  constructor(browser, origin, picture) {
    Object.assign(this, { browser, origin, picture });
  }

  /**
   * A new device, as a page with more methods: `visit(path)`, `reads(selector, text)`, `moves(position)`, `installed()`, `accessible(where)`,
   * `fits(where)`. `position` is { lon, lat, accuracy } or null for a refusal; `as` is somebody whom the test signed in;
   * `film` is a file of Motion JPEG that its camera sees;
   * `bears` lists patterns of complaints that belong to the story, such as a 401 after a wrong password; everything else is
   * Playwright's (`locale`, `colorScheme`, `userAgent` …).
   */
  async open({ kind = 'phone', position = null, as = null, film = null, bears = [], ...more } = {}) {
    const geolocation = position && geolocationOf(position);
    const context = await (film === null ? this.browser : await this.#seeing(film)).newContext({
      viewport: SIZES[kind], hasTouch: kind === 'phone', isMobile: kind === 'phone', locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
      baseURL: this.origin, ...(geolocation && { geolocation, permissions: ['geolocation'] }), ...(as && this.#signedIn(as)), ...more,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    this.#open.push({ context, page, kind });
    await this.#watch(context, page, bears);
    return Object.assign(page, {
      visit: (path) => visit(page, path),
      reads: (where, text) => reads(page, where, text),
      moves: (to) => moves(context, to),
      installed: () => page.evaluate(isInstalled),
      accessible: (where) => this.#accessible(page, where),
      fits: (where) => this.#fits(page, where),
    });
  }

  /** A browser whose camera sees a film. */
  async #seeing(film) {
    const browser = await launch(film);
    this.#cameras.push(browser);
    return browser;
  }

  /** The session as the web client keeps it. There is nothing to refresh it with: access tokens of stories outlast them. */
  #signedIn({ access, person }) {
    const session = { access, refresh: '', expiresAt: Date.now() + 24 * 3600_000, person };
    return { storageState: { cookies: [], origins: [{ origin: this.origin, localStorage: [{ name: 'huxue.session', value: JSON.stringify(session) }] }] } };
  }

  async #watch(context, page, bears) {
    const complain = (what) => bears.some((pattern) => pattern.test(what)) || this.#wrong.push(`${new URL(page.url() || 'about:blank').pathname}: ${what}`);
    page.on('console', (message) => message.type() === 'error' && complain(`console: ${message.text()} (${message.location().url})`));
    page.on('pageerror', (error) => complain(`error: ${error.stack}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== this.origin) complain(`asked another server: ${request.url()}`);
    });
    await context.exposeBinding('huxueViolation', (_, what) => void complain(`policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => window.huxueViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
  }

  /** Nothing on the page, once it stands still, keeps anybody out: colours halfway through a fade are nobody's to read. */
  async #accessible(page, where) {
    await page.evaluate(async () => {
      const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime < Infinity);
      // An animation that is taken away ends too; and old browsers have no `allSettled`.
      await Promise.all(ending.map((one) => one.finished.catch(() => null)));
    });
    // Looking through the debugger, no policy of the page is in the way.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }));
    for (const { id, impact, nodes } of violations.filter((one) => BAD.has(one.impact))) {
      this.#wrong.push(`axe, ${where}: ${impact} ${id}: ${nodes.map((node) => `${node.target.join(' ')} – ${node.failureSummary}`).join('; ')}`);
    }
  }

  /** Nothing has to be scrolled sideways; names what sticks out farthest. */
  async #fits(page, where) {
    const out = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return null;
      const all = [...document.body.querySelectorAll('*')].map((one) => ({ one, right: one.getBoundingClientRect().right }));
      const { one } = all.reduce((far, next) => (next.right > far.right ? next : far));
      return `${scrollWidth} of ${clientWidth} px, by <${one.tagName.toLowerCase()} class="${one.className}">`;
    });
    if (out !== null) this.#wrong.push(`too wide, ${where}: ${out}`);
  }

  /** What nobody should have seen, or null. */
  complaint() {
    return this.#wrong.length > 0 ? this.#wrong.join('\n') : null;
  }

  async pictures() {
    const taken = this.#open.map(async ({ page, kind }, number) => {
      const path = `${this.picture}-${number + 1}-${kind}.png`;
      await page.screenshot({ path, fullPage: true });
      return `picture of ${page.url()}: ${path}`;
    });
    return (await Promise.allSettled(taken)).map((one) => one.value ?? `no picture: ${one.reason}`).join('\n');
  }

  async close() {
    await Promise.all(this.#open.map(({ context }) => context.close()));
    await Promise.all(this.#cameras.map((browser) => browser.close()));
  }
}

const geolocationOf = ({ lon, lat, accuracy }) => ({ longitude: lon, latitude: lat, accuracy });

/** The phone app's worker has put everything away and answers for the pages. */
async function isInstalled() {
  const { active } = await navigator.serviceWorker.ready;
  while (active.state !== 'activated') await new Promise(requestAnimationFrame);
}

/** The phone is somewhere else; at null its owner takes the permission back. */
async function moves(context, to) {
  if (to === null) return await context.clearPermissions();
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation(geolocationOf(to));
}

async function visit(page, path) {
  const answer = await page.goto(path);
  if (answer === null || answer.status() >= 400) throw new Error(`${path} answered ${answer?.status()}`);
}

/** Waits until the text of what a selector finds contains something. */
async function reads(page, where, text) {
  await page.locator(where).filter({ hasText: text }).first().waitFor().catch(async (failure) => {
    const found = await page.locator(where).allInnerTexts();
    throw new Error(`${where} should read ${text}, reads ${JSON.stringify(found)}: ${failure.message.split('\n')[0]}`);
  });
}
