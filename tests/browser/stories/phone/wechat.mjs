// In English and in the dark, in the browser of an old WeChat: no newer features than ES2019, no worker, no locks, no reader of codes.
import { syntaxOf } from '../../library.mjs';

const WECHAT = 'Mozilla/5.0 (Linux; Android 9; PACM00 Build/PPR1.180610.011; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 '
  + 'Chrome/77.0.3865.120 MQQBrowser/6.2 TBS/045714 Mobile Safari/537.36 MMWEBID/9130 MicroMessenger/7.0.12.1620 NetType/4G Language/en';

export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', position: given.inside, locale: 'en-US', colorScheme: 'dark', userAgent: WECHAT });
  await phone.addInitScript(growOld);
  await phone.visit(`/c/${given.code}`);
  await phone.reads('h1', given.post);
  await phone.reads('.sign-in', 'You come back to this post.');
  for (const script of await phone.locator('script:not([type="application/json"])').allTextContents()) syntaxOf(script, 2019);
  const missing = await phone.evaluate(() => [typeof BarcodeDetector, typeof ReportingObserver, typeof [].at, 'serviceWorker' in navigator].join());
  if (missing !== 'undefined,undefined,undefined,false') throw new Error(`the browser is too young: ${missing}`);
  const [ground, ink] = await phone.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
  if (ground !== 'rgb(11, 16, 21)' || ink !== 'rgb(232, 237, 242)') throw new Error(`in the dark it is ${ink} on ${ground}`);
  await phone.accessible('before signing in, dark');

  await phone.locator('input[name=phone]').fill(given.phone);
  await phone.locator('input[name=password]').fill(given.password);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  await phone.reads('#verb', 'I have arrived');
  await phone.reads('.me', 'guard');
  await phone.locator('#verb').click();
  await phone.reads('.result .word', 'Confirmed');
  await phone.reads('.result .next', 'Tap “I am still here” by');
  await phone.reads('.result .reasons', 'The position is within the post\'s area.');
  await phone.accessible('checked in, dark');
  await phone.fits('checked in, English');
}

/** Takes away what came after ES2019 and what WeChat's browser never had; what the debugger itself needs of the language stays. */
function growOld() {
  const gone = [
    [window, ['BarcodeDetector', 'ReportingObserver', 'structuredClone', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'caches']],
    [Navigator.prototype, ['serviceWorker', 'locks', 'userAgentData', 'storage', 'clipboard']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with', 'toSpliced']],
    [String.prototype, ['at', 'matchAll', 'replaceAll']],
    [Promise, ['any', 'allSettled', 'withResolvers', 'try']],
    [Object, ['hasOwn', 'groupBy']],
    [Crypto.prototype, ['randomUUID']],
    [AbortSignal, ['timeout', 'any']],
    [Element.prototype, ['replaceChildren', 'checkVisibility']],
  ];
  for (const [owner, names] of gone) for (const name of names) delete owner[name];
}
