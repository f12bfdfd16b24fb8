// A hazard is reported with photos, one of which does not arrive at first; the school sees them on the desk.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, bears: [/ERR_FAILED|Failed to load resource/] });
  await phone.visit('/m/hazards/new');
  const taken = Buffer.concat([await phone.screenshot({ type: 'jpeg' }), Buffer.from('GPS 39.9042N 116.4074E')]);
  await phone.getByLabel('情况').fill('窨井盖破损');
  await phone.locator('input[type=file]').setInputFiles([
    { name: '1.jpg', mimeType: 'image/jpeg', buffer: taken },
    { name: '2.jpg', mimeType: 'image/jpeg', buffer: taken },
    { name: 'none.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') },
  ]);
  await phone.reads('form', '照片 2/6');
  await phone.reads('[role=alert]', '有一张照片打不开');
  await phone.accessible('a hazard with photos');
  await phone.fits('a hazard with photos');

  let [sent, open] = [0, false];
  await phone.route('**/photos/**', (route) => (sent++ === 0 || open ? route.continue() : route.abort()));
  await phone.getByRole('button', { name: '上报', exact: true }).click();
  await phone.reads('article [role=status]', '还有 1 张照片，联网后自动发送');
  await phone.accessible('a photo that was not sent');
  await phone.fits('a photo that was not sent');
  open = true;
  await phone.locator('article').waitFor({ state: 'detached' });
  await phone.reads('main', '待我整改和我上报的');
  await phone.getByText('窨井盖破损').click();
  await phone.getByRole('button', { name: '照片 2/2' }).click();
  await phone.reads('[role=dialog]', given.parent.person.name);
  await phone.accessible('a photo on the phone');
  await phone.getByRole('button', { name: '关闭' }).click();

  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/hazards`);
  await desk.reads('tbody', '2 张照片');
  for (const [ledger, head] of [['责任清单', '交办'], ['整改清单', '整改情况'], ['问题清单', '发现时间']]) {
    await desk.getByRole('button', { name: ledger }).click();
    await desk.reads('thead', head);
    await desk.fits(ledger);
  }
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: '导出' }).click()]);
  if (file.suggestedFilename() !== '问题清单.csv') throw new Error(file.suggestedFilename());
  await desk.locator('tbody tr').first().getByRole('button').or(desk.locator('tbody tr').first().getByRole('link')).first().click();
  await desk.getByRole('button', { name: '照片 1/2' }).click();
  await desk.accessible('a photo on the desk');
  await desk.fits('a photo on the desk');
  await desk.keyboard.press('Escape');
  await desk.reads('dialog', '还没有人处理');
}
