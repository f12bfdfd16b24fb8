// Without a network: a hazard and its photo wait on the phone, through a reload and a sign-out, and go out by themselves, once.
export default async function ({ device, ask, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, bears: [/ERR_INTERNET_DISCONNECTED/] });
  await phone.visit('/m/hazards/new');
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await phone.getByLabel('情况').fill('围墙破损');
  const taken = await phone.screenshot({ type: 'jpeg' });
  await phone.locator('input[type=file]').setInputFiles([{ name: '1.jpg', mimeType: 'image/jpeg', buffer: taken }]);
  await phone.reads('form', '照片 1/6');

  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: '上报', exact: true }).click();
  await waits(phone);
  await phone.accessible('a hazard that waits');
  await phone.fits('a hazard that waits');
  await phone.reload();
  await waits(phone);
  if ((await ask('held')) !== 0) throw new Error('the server holds a hazard of somebody without a network');

  // Somebody else on the same phone: it is not theirs to send, and they see no more of it than that it is there.
  await signsIn(phone, given.guard);
  await phone.context().setOffline(false);
  await phone.reload();
  await phone.reads('main', '另有 1 条属于其他账号');
  if ((await phone.locator('article').count()) > 0) throw new Error('it is shown to somebody else');
  if ((await ask('held')) !== 0) throw new Error('it went out in the name of somebody else');

  await signsIn(phone, given.parent);
  await phone.reload();
  await phone.reads('main', '待我整改和我上报的');
  await phone.locator('article').waitFor({ state: 'detached' });
  await phone.getByText('围墙破损').click();
  await phone.getByRole('button', { name: '照片 1/1' }).waitFor();
  await phone.reload();
  await phone.getByRole('button', { name: '照片 1/1' }).waitFor();
  const after = await ask('held');
  if (after !== 1) throw new Error(`the server holds ${after} hazards of one report`);
}

async function waits(phone) {
  await phone.reads('article', '围墙破损');
  await phone.reads('article', '1 张照片');
  await phone.reads('article [role=status]', '已存在本机，联网后自动上报');
}

const signsIn = (phone, { access, person }) =>
  phone.evaluate((session) => localStorage.setItem('huxue.session', session), JSON.stringify({ access, refresh: '', expiresAt: Date.now() + 24 * 3600_000, person }));
