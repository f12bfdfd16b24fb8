// Somebody on post reports a hazard on a slow phone over a slow network: post and position are there already, what is left is a sentence
// and a photo. Slow 4G as in Lighthouse, processor 4 times slower.
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
/** How long a thumb takes for a Chinese character on a phone's keyboard, milliseconds; and for aiming at a button. */
const CHARACTER = 600;
const TAP = 1500;

export default async function ({ device, given, report }) {
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside });
  await phone.visit(`/c/${given.code}`);
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已确认');
  const taken = await phone.screenshot({ type: 'jpeg' });
  const tools = await phone.context().newCDPSession(phone);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', SLOW_4G);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });

  const began = Date.now();
  await phone.visit('/m/');
  await phone.getByRole('link', { name: '上报隐患' }).click();
  await phone.getByRole('button', { name: '上报隐患' }).click();
  const text = '窨井盖破损';
  await phone.getByLabel('情况').fill(text);
  await phone.reads('.fix', '位置已就绪，精度 12 米');
  await phone.locator('select.pick option:checked', { hasText: given.post }).waitFor({ state: 'attached' });
  await phone.locator('input[type=file]').setInputFiles({ name: '1.jpg', mimeType: 'image/jpeg', buffer: taken });
  await phone.reads('form', '照片 1/6');
  await phone.getByRole('button', { name: '上报', exact: true }).click();
  await phone.reads('main', text);
  await phone.locator('article').waitFor({ state: 'detached' });
  const waited = Date.now() - began;
  const thumb = text.length * CHARACTER + 5 * TAP;
  report(`a hazard with a photo, from opening the app to the server's having it: ${(waited / 1000).toFixed(1)} s of waiting, and about ${thumb / 1000} s for a thumb`);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await phone.accessible('reported');

  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/hazards`);
  await desk.locator('tbody tr').first().getByRole('button').or(desk.locator('tbody tr').first().getByRole('link')).first().click();
  await desk.reads('dialog', '上报时手机的位置');
  await desk.locator('dialog .leaflet-container').waitFor();
  await desk.accessible('where a hazard is');
}
