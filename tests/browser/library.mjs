// The libraries come from the web client's packages; the tests install none of their own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const of = createRequire(new URL('../../server/web/package.json', import.meta.url));
export const { chromium } = of('playwright-core');

/** Debian's Chromium; a camera is a film (Motion JPEG) that it sees over and over, and whose use needs no dialog. */
export function launch(film = null) {
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--no-first-run'];
  if (film !== null) args.push('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`);
  return chromium.launch({ executablePath: process.env.CHROMIUM, args });
}

/** The text of axe-core, to be run in a page. */
export const axe = readFileSync(of.resolve('axe-core/axe.min.js'), 'utf8');

let reading = null;

/** The texts of all QR codes in a picture (the bytes of a PNG), read as the phone app does where the browser has no reader. */
export async function readQr(picture) {
  reading ??= import(pathToFileURL(of.resolve('zxing-wasm/reader'))).then(async (zxing) => {
    const wasmBinary = new Uint8Array(readFileSync(of.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer;
    await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
    return zxing;
  });
  const found = await (await reading).readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true });
  return found.filter((one) => one.isValid).map((one) => one.text);
}

/** Fails if a script is not in the language of that year. */
export function syntaxOf(script, ecmaVersion) {
  of('acorn').parse(script, { ecmaVersion });
}

/** Holds the key for help until something is said. */
export async function hold(phone, said) {
  const box = await phone.locator('#alarm').boundingBox();
  await phone.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await phone.mouse.down();
  await phone.locator(said).first().waitFor();
  await phone.mouse.up();
}
