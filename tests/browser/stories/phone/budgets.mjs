// What the first check-in costs on a phone that was never here: bytes over the wire, which must not grow; and how long it takes on a
// slow network and a slow phone, which is reported and not judged, since it depends on the machine that runs this.
import { get } from 'node:http';

/** Bytes that a phone receives from the scan to the result, signing in and headers included; without those of TCP and TLS. */
const MOST = 30_000;
const TIMES = 5;
/** Lighthouse's "devtools" throttling of a slow 4G: 150 ms and 1.6 Mbit/s, adjusted by its factors 3.75 and 0.9. */
const SLOW_4G = { offline: false, latency: 150 * 3.75, downloadThroughput: (1.6 * 1024 * 0.9 * 1024) / 8, uploadThroughput: (750 * 0.9 * 1024) / 8 };
const SLOW_CPU = 4;

export default async function ({ device, given, origin, report }) {
  const path = `/c/${given.code}`;
  const { page, api, signIn, sent, asked } = await counted(device, path, given);
  const brotli = await pageBytes(origin + path, 'gzip, deflate, br');
  const gzip = await pageBytes(origin + path, 'gzip, deflate');
  report(`the page: ${brotli} bytes with Brotli, as over HTTPS; ${gzip} with gzip, as over HTTP; Chromium got ${page.encoding} here, ${page.down} bytes`);
  const all = brotli + signIn + api;
  report(`first check-in, received: ${all} bytes over HTTPS, ${gzip + signIn + api} over HTTP (${api} of them in ${asked} answers of the API, ${signIn} for signing in); sent: ${sent} bytes`);
  if (all > MOST) throw new Error(`the first check-in takes ${all} bytes, and ${MOST} is the most`);

  const times = [];
  for (let run = 0; run < TIMES; run += 1) times.push(await usable(device, path, given));
  for (const name of ['painted', 'usable']) {
    const sorted = times.map((time) => Math.round(time[name])).sort((a, b) => a - b);
    report(`${name} after ${sorted[(TIMES - 1) / 2]} ms, median of ${sorted.join(', ')} (slow 4G as in Lighthouse's devtools throttling, CPU ${SLOW_CPU} times slower)`);
  }
}

/** Scans, signs in and checks in; answers what came until the check-in was answered, and how much was sent. */
async function counted(device, path, given) {
  const phone = await device({ kind: 'phone', position: given.inside });
  const network = await phone.context().newCDPSession(phone);
  const requests = new Map();
  const one = (id) => requests.get(id) ?? requests.set(id, { url: '', type: '', head: 0, body: 0, down: 0, encoding: '' }).get(id);
  let over = false;
  await network.send('Network.enable');
  network.on('Network.requestWillBeSent', ({ requestId, request, type }) => over || Object.assign(one(requestId), { url: request.url, type, body: request.postData?.length ?? 0 }));
  network.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => (one(requestId).head = headerBytes(headers)));
  network.on('Network.responseReceived', ({ requestId, response }) => {
    one(requestId).encoding = response.headers['content-encoding'] ?? 'nothing';
    over ||= response.url.endsWith('/check-ins');
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => (one(requestId).down = encodedDataLength));

  await phone.visit(path);
  await phone.locator('input[name=phone]').fill(given.phone);
  await phone.locator('input[name=password]').fill(given.password);
  await phone.locator('.sign-in button[type=submit]').first().click();
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已确认');

  const all = [...requests.values()];
  const [page] = all.filter(({ type }) => type === 'Document');
  // What is kept for later, without a network, comes when the phone has nothing else to do.
  const api = all.filter(({ url }) => /\/api\/v1\/(?!sessions)/.test(url));
  const signIn = all.find(({ url }) => url.endsWith('/api/v1/sessions'));
  const sum = (of) => of.reduce((so_far, number) => so_far + number, 0);
  if (api.length < 3 || signIn === undefined || api.some(({ down }) => down === 0)) throw new Error(`no first check-in: ${JSON.stringify(api)}`);
  return { page, api: sum(api.map(({ down }) => down)), signIn: signIn.down, sent: sum([page, ...api].map(({ head, body }) => head + body)), asked: api.length };
}

/** Names, values and line ends; the line that asks stands for one more. */
function headerBytes(headers) {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 40);
}

/** The bytes of a page with its headers, as packed for those encodings. */
function pageBytes(address, encodings) {
  return new Promise((done, failed) => {
    const asked = get(address, { headers: { 'accept-encoding': encodings }, agent: false }, (answer) => answer.resume().on('end', () => done(answer.socket.bytesRead)));
    asked.on('error', failed);
  });
}

/** Milliseconds from opening the address until something is painted, and until the button can be tapped by somebody signed in. */
async function usable(device, path, given) {
  const phone = await device({ kind: 'phone', as: given.guard, position: given.inside });
  const session = await phone.context().newCDPSession(phone);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
  await phone.addInitScript(() => {
    const look = () => (document.querySelector('#verb:enabled') ? (window.huxueUsable = performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  await phone.visit(path);
  const time = await phone.waitForFunction(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return window.huxueUsable && paint ? { usable: window.huxueUsable, painted: paint.startTime } : null;
  });
  const told = await time.jsonValue();
  await phone.context().close();
  return told;
}
