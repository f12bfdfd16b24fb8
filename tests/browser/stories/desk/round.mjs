// An officer walks a round past two schools: the first point in WeChat, the second led by the phone app, and the chief sees it complete.
// The second round ends early with a reason, which is given without a network.
export default async function ({ device, given, ask }) {
  const chief = await device({ kind: 'desk', as: given.chief });
  await chief.visit(`/desk/organizations/${given.station}/patrol-routes/new`);
  await chief.getByLabel('名称').fill('城关一线');
  for (const school of given.schools) {
    await chief.getByLabel('选择学校').selectOption({ label: school.name });
    await chief.getByRole('button', { name: '加入: 东门' }).click();
  }
  await chief.accessible('a new route');
  await chief.getByRole('button', { name: '保存' }).click();
  await chief.reads('main', '城关一线');
  await chief.reads('main', '每天 2 次');

  const phone = await device({ kind: 'phone', as: given.officer, position: given.schools[0].at, bears: [/ERR_INTERNET_DISCONNECTED/] });
  await phone.visit(`/c/${given.schools[0].code}`);
  await phone.locator('#tap-pass').click();
  await phone.reads('.result .word', '已确认');
  await ask('pass', { minutes: 5 });
  await phone.moves(given.schools[1].at);
  await phone.visit('/m/patrols');
  await phone.reads('main', '已到 1 / 2 点');
  await phone.getByText('城关一线').click();
  await phone.reads('.next', given.schools[1].name);
  await phone.accessible('a round under way');
  await phone.getByRole('link', { name: '巡逻打卡' }).or(phone.getByRole('button', { name: '巡逻打卡' })).click();
  await phone.getByLabel('输入短码').fill(given.schools[1].short);
  await phone.getByRole('button', { name: '下一步' }).click();
  await phone.getByRole('button', { name: '巡逻' }).click();
  await phone.reads('.outcome .word', '已确认');
  await phone.visit('/m/patrols');
  await phone.reads('main', '今天 1 / 2 次');

  await ask('pass', { minutes: 20 });
  await phone.moves(given.schools[0].at);
  await phone.visit(`/c/${given.schools[0].code}`);
  await phone.locator('#tap-pass').click();
  await ask('pass', { minutes: 1 });
  await phone.visit('/m/patrols');
  await phone.getByText('城关一线').click();
  await phone.getByRole('button', { name: '结束这次巡逻' }).waitFor();
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: '结束这次巡逻' }).click();
  await phone.getByLabel('原因').fill('接警出动');
  await phone.locator('.actions').getByRole('button', { name: '结束这次巡逻' }).click();
  await phone.reads('article [role=status]', '已存在本机，联网后自动发送');
  await phone.reads('main', '走到任一点打卡就开始');
  await phone.reload();
  await phone.reads('article [role=status]', '已存在本机，联网后自动发送');
  await phone.accessible('a reason that waits');
  await phone.fits('a reason that waits');
  await phone.context().setOffline(false);
  await phone.reads('main', '中途结束');

  await chief.visit(`/desk/organizations/${given.station}/patrols`);
  await chief.getByRole('link', { name: '城关一线' }).or(chief.getByRole('button', { name: '城关一线' })).first().click();
  await chief.reads('main', '已走完');
  await chief.reads('main', '原因：接警出动');
  await chief.accessible('a day of a route');
}
