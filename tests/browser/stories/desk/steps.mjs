// Who is told of what is changed on the desk, kept, and held to: a level without people is skipped, and the next is told in its place.
export default async function ({ device, given, ask }) {
  const desk = await device({ kind: 'desk', as: given.principal });
  const page = `/desk/schools/${given.school}/alerts?view=steps`;
  const rule = (name) => desk.locator('li.rule').filter({ has: desk.getByText(name, { exact: true }) });
  const dialog = desk.getByRole('dialog');
  const [whom, minutes] = [dialog.getByLabel('通知', { exact: true }), dialog.getByLabel('几分钟后')];
  await desk.visit(page);
  await desk.reads('main', '没有对应人员的一级会跳过，由下一级及时接上');
  await rule('未按时到岗').filter({ hasText: '默认' }).filter({ hasText: '当班带班领导 立即' }).waitFor();
  if ((await desk.getByRole('button', { name: '恢复' }).count()) > 0) throw new Error('nothing was set here, and can be reset');

  await rule('未按时到岗').getByRole('button', { name: '修改' }).click();
  await desk.reads('dialog', '“未按时到岗”通知谁');
  // The school has nobody for the first level, and somebody for the second.
  const before = await whom.count();
  for (let left = before; left > 0; left--) await dialog.getByRole('button', { name: '移除' }).first().click();
  await dialog.getByRole('button', { name: '添加一级' }).click();
  await whom.nth(0).selectOption({ label: '安全负责人' });
  await dialog.getByRole('button', { name: '添加一级' }).click();
  await whom.nth(1).selectOption({ label: '校长' });
  await minutes.nth(0).fill('30');
  await minutes.nth(1).fill('5');
  await desk.reads('[role=alert]', '分钟数应从小到大');
  if (await dialog.getByRole('button', { name: '保存' }).isEnabled()) throw new Error('levels out of order can be saved');
  await desk.accessible('levels out of order');
  await minutes.nth(0).fill('0');
  await minutes.nth(1).fill('30');
  await dialog.getByRole('alert').waitFor({ state: 'detached' });
  await desk.fits('levels in order');
  await dialog.getByRole('button', { name: '保存' }).click();
  await desk.reads('.notices', '已保存');

  await rule('缺岗').getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('发出这种预警').uncheck();
  await desk.accessible('a kind that is not told');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });

  await desk.visit(page);
  const set = rule('未按时到岗').filter({ hasText: '本单位设置' });
  await set.filter({ hasText: '安全负责人 立即' }).filter({ hasText: '校长 30 分钟后' }).waitFor();
  if ((await set.locator('ol li').count()) !== 2) throw new Error('there are other levels');
  await rule('缺岗').filter({ hasText: '不预警' }).waitFor();
  await rule('开始时无人在岗').filter({ hasText: '默认' }).waitFor();
  await desk.accessible('who is told, as it was set');
  await desk.fits('who is told, as it was set');

  // The station of the school reads it, and cannot change it.
  const chief = await device({ kind: 'desk', as: given.chief });
  await chief.visit(page);
  await chief.reads('li.rule', '校长 30 分钟后');
  if ((await chief.getByRole('button', { name: '修改' }).count()) > 0) throw new Error('the station is offered to change it');

  // On post by 07:10, and nobody is: the principal is told at once, not half an hour later.
  await desk.visit('/desk/inbox');
  await desk.reads('main', '没有收到过预警');
  await ask('pass', { minutes: 20 });
  await desk.reads('main', '到岗时间已到，还没有人');
  await desk.accessible('what I was told');
  await desk.fits('what I was told');

  await desk.visit(page);
  await rule('缺岗').getByRole('button', { name: '恢复' }).click();
  await rule('缺岗').filter({ hasText: '默认' }).waitFor();
  if (await rule('缺岗').getByText('不预警').isVisible()) throw new Error('it is told as before again');

  const small = await device({ kind: 'phone', as: given.principal, locale: 'en-US' });
  await small.visit(page);
  await small.reads('li.rule', 'set here');
  await small.locator('li.rule').filter({ hasText: 'set here' }).getByRole('button', { name: 'Edit' }).click();
  await small.reads('dialog', 'Who is told of “Nobody on time”');
  await small.accessible('who is told, small');
  await small.fits('who is told, small');
  const level = small.getByRole('dialog').locator('.level').first();
  await level.filter({ hasText: 'min later' }).waitFor();
  const { width } = await level.getByLabel('Who', { exact: true }).boundingBox();
  if (width < 200) throw new Error(`of who is told ${width} px are seen`);
}
