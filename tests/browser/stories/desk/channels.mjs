// A channel is added on the desk, tested, and given up on while whoever receives is down; what failed is sent again by its button. The page follows by itself.
export default async function ({ device, given, ask }) {
  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/alerts`);
  await desk.getByRole('button', { name: '通道' }).click();
  await desk.reads('main', '还没有通道');
  await desk.accessible('no channels');
  await desk.fits('no channels');
  await desk.getByRole('button', { name: '添加通道' }).click();
  await desk.getByLabel('类型').selectOption({ label: 'Webhook' });
  await desk.getByLabel('名称').fill('安全平台');
  await desk.getByLabel('地址').fill(given.receiver);
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.reads('dialog', '签名密钥只显示这一次');
  await desk.accessible('the secret of a new channel');
  await desk.fits('the secret of a new channel');
  const secret = await desk.locator('dialog .secret').innerText();
  await desk.locator('dialog footer').getByRole('button', { name: '关闭' }).click();
  await desk.reads('li', '安全平台');

  await desk.getByRole('button', { name: '测试' }).click();
  await desk.reads('.notices', '测试消息已发出');
  await desk.getByRole('button', { name: '已发消息' }).click();
  const row = desk.locator('tbody tr');
  await row.filter({ hasText: '安全平台' }).filter({ hasText: '已送达' }).waitFor();
  await desk.accessible('a test that arrived');
  await desk.fits('a test that arrived');
  // What it was signed with is what was shown.
  const first = await ask('arrived', { secret, count: 1 });
  if (!first.includes('测试')) throw new Error(`the receiver got ${first}`);

  await desk.getByRole('button', { name: '通道' }).click();
  await desk.getByRole('button', { name: '测试' }).click();
  await desk.getByRole('button', { name: '已发消息' }).click();
  await row.filter({ hasText: 'HTTP 500' }).filter({ hasText: '待发送' }).filter({ hasText: '已试 1 次' }).waitFor();
  await desk.accessible('a message that is tried again');
  await ask('give up');
  const dead = row.filter({ hasText: 'HTTP 507' });
  await dead.filter({ hasText: '发送失败' }).filter({ hasText: '已试 8 次' }).waitFor();
  await desk.getByRole('button', { name: '只看失败' }).click();
  await row.filter({ hasText: '已送达' }).waitFor({ state: 'detached' });
  await dead.waitFor();
  if ((await row.count()) !== 1) throw new Error(`${await row.count()} messages are shown as failed`);
  await desk.accessible('a message that failed');
  await desk.fits('a message that failed');

  await ask('mend');
  await row.getByRole('button', { name: '重发' }).click();
  await desk.reads('.notices', '已重新发送');
  await desk.reads('main', '没有发送失败的消息');
  await desk.accessible('no message failed');
  await desk.getByRole('button', { name: '全部' }).click();
  await row.filter({ hasText: '已送达' }).nth(1).waitFor();
  const second = await ask('arrived', { secret, count: 10 });
  if (second !== first) throw new Error(`the receiver got ${second}`);

  // The same in English, on a small screen.
  const small = await device({ kind: 'phone', as: given.principal, locale: 'en-US' });
  for (const [view, text] of [['channels', '安全平台'], ['messages', '这是一条测试消息']]) {
    await small.visit(`/desk/schools/${given.school}/alerts?view=${view}`);
    await small.reads('main', text);
    await small.accessible(`${view}, small`);
    await small.fits(`${view}, small`);
  }
  await small.visit(`/desk/schools/${given.school}/alerts?view=channels`);
  const { width, height } = await small.locator('.channel b').boundingBox();
  if (height > 30) throw new Error(`the name of a channel is broken: ${width} × ${height} px`);
}
