// Through every page of the desk or of the phone app, as its router names them, so that a new page is walked through too: nothing
// complains, nobody is kept out, nothing has to be scrolled sideways; in both languages, light and dark.
const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en-US', colorScheme: 'dark' },
];
/** How both applications show that something is on its way. */
const UNDERWAY = '.skeleton, .van-skeleton, [aria-busy=true], .bar .pending';

export default async function ({ device, given, report }) {
  const walked = await Promise.all(LOOKS.map((look) => walk(device, given, look)));
  report(`${walked[0]} pages below ${given.below}`);
}

/** One walk; answers how many pages there were. */
async function walk(device, { kind, as, start, below, without, places }, look) {
  const page = await device({ kind, as, ...look });
  await page.visit(start);
  await page.waitForFunction(() => document.querySelector('#app')?.__vue_app__ !== undefined);
  const known = (await page.evaluate(patterns)).filter((path) => path.startsWith(below) && !path.startsWith(without));
  const paths = new Set(known.map((path) => filled(path, places)));
  if (paths.size === 0) throw new Error(`the router knows nothing below ${below}`);
  for (const path of paths) await walkTo(page, path, `${path} ${look.locale} ${look.colorScheme}`);
  return paths.size;
}

async function walkTo(page, path, where) {
  await page.evaluate(go, path);
  await page.waitForFunction((underway) => document.querySelector(underway) === null, UNDERWAY);
  const { title, text, dark } = await page.evaluate(() => ({
    title: document.title, text: document.querySelector('main')?.innerText.trim() ?? '', dark: getComputedStyle(document.body).backgroundColor,
  }));
  if (title === '' || text === '') throw new Error(`${where} has no title or says nothing`);
  if ((dark === 'rgb(11, 16, 21)') !== where.endsWith('dark')) throw new Error(`${where} has the ground ${dark}`);
  await page.accessible(where);
  await page.fits(where);
}

/** The addresses that the router knows, with the names of their parts. */
function patterns() {
  const { $router } = document.querySelector('#app').__vue_app__.config.globalProperties;
  return $router.getRoutes().map((route) => route.path);
}

/** Goes to an address of the router, and on until it is drawn. */
async function go(path) {
  const { $router } = document.querySelector('#app').__vue_app__.config.globalProperties;
  await $router.push(path);
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

/** An address with something that there is in the place of each name; a part is known by what stands before it. */
function filled(path, places) {
  const known = path.replace(/([^/]*)\/:(\w+)(\([^)]*\)\*?)?/g, (_, before, name) => {
    if (before === '') return '/nowhere';
    if (places[before] === undefined) throw new Error(`the test names nothing for ${before}/:${name} of ${path}`);
    return `${before}/${places[before]}`;
  });
  return known === '' ? '/' : known;
}
