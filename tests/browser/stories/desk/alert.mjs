// Nobody is at the gate: the duty leader is told on the phone and sees to it with one tap; the principal sees who was told, sets up a channel, and the
// alert ends when people come.
export default async function ({ device, given, ask }) {
  const phone = await device({ kind: 'phone', as: given.leader, position: given.inside });
  await phone.visit('/m/');
  await ask('pass', { minutes: 31 });
  await phone.visit('/m/alerts');
  await phone.reads('.one', '时段开始时没有人在岗');
  await phone.accessible('what I was told');
  await phone.fits('what I was told');

  // An address inside is refused.
  const desk = await device({ kind: 'desk', as: given.principal, bears: [/422/] });
  await desk.visit(`/desk/schools/${given.school}/alerts`);
  await desk.reads('tbody', '开始时无人在岗');
  await desk.accessible('alerts now');
  await phone.locator('.one').first().getByRole('button', { name: '我来处理' }).click();
  await phone.reads('.one', '正在处理');
  await desk.visit(`/desk/schools/${given.school}/alerts`);
  await desk.reads('tbody', `${given.leader.person.name}`);
  await desk.locator('tbody tr').first().getByRole('button').or(desk.locator('tbody tr').first().getByRole('link')).first().click();
  await desk.reads('dialog', '通知记录');
  await desk.reads('dialog', given.leader.person.name);
  await desk.accessible('an alert with its record');
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: '通道' }).click();
  await desk.getByRole('button', { name: '添加通道' }).click();
  await desk.getByLabel('名称').fill('安全工作群');
  await desk.getByLabel('地址').fill('http://127.0.0.1/x');
  await desk.accessible('a new channel');
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.reads('dialog', 'https');
  await desk.getByLabel('地址').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k');
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.reads('main', '安全工作群');
  await desk.getByRole('button', { name: '通知谁' }).click();
  await desk.reads('main', '15 分钟后');
  await desk.accessible('who is told');

  await phone.visit(`/c/${given.code}`);
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已确认');
  await phone.visit('/m/alerts');
  await phone.reads('.one', '已恢复');
}
