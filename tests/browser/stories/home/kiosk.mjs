// The screen in the gate room: its code is read from the picture, changes with its step, is hidden while it cannot be known to count, and comes
// back by itself.
import { readQr } from '../../library.mjs';

export default async function ({ device, ask, given }) {
  const screen = await device({ kind: 'desk', bears: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to load resource/] });
  await screen.clock.install();
  await screen.visit(given.kiosk);
  await screen.reads('h1', given.post);
  await screen.locator('img.qr').waitFor();
  await screen.reads('.how', '到岗请扫码');
  await screen.accessible('the screen of a gate room');
  await screen.fits('the screen of a gate room');
  const first = await codeOn(screen);

  await ask('pass', { seconds: 20 });
  await screen.clock.fastForward(20_000);
  await screen.waitForFunction((old) => document.querySelector('img.qr').src !== old, first.picture);
  await screen.locator('img.qr').waitFor();
  const second = await codeOn(screen);
  if (second.text === first.text) throw new Error('the code is the same after its step');

  await screen.context().setOffline(true);
  await screen.clock.fastForward(60_000);
  await screen.reads('.instead', '没有连上网络');
  await screen.locator('img.qr').waitFor({ state: 'hidden' });
  if ((await screen.locator('.how').count()) > 0) throw new Error('it asks to scan a code that is hidden');
  await screen.accessible('the screen without a network');

  await screen.context().setOffline(false);
  await screen.locator('img.qr').waitFor();
  await screen.reads('.how', '到岗请扫码');

  // The code leads to the page of the post.
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside });
  await phone.visit(new URL((await codeOn(screen)).text).pathname);
  await phone.reads('h1', given.post);

  const wrong = await device({ kind: 'desk', bears: [/status of 404/] });
  await wrong.visit('/kiosk/nobody-made-this');
  await wrong.reads('.instead', '这个屏幕链接无效或已停用');
}

/** The code on the screen, read as a phone does, and the picture that it is in. */
async function codeOn(screen) {
  const picture = await screen.locator('img.qr').getAttribute('src');
  const [text] = await readQr(await screen.locator('img.qr').screenshot());
  if (text === undefined) throw new Error('there is no code to be read on the screen');
  return { text, picture };
}
