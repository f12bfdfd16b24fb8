// Help that is not needed: a drill is told as one, a wrong press is taken back with its reason, and who forgot to check out says that all is well.
import { hold } from '../../library.mjs';

export default async function ({ device, given, ask }) {
  const [leader, guard, parent] = await Promise.all(['leader', 'guard', 'parent'].map((who) => device({ kind: 'phone', as: given[who] })));
  const desk = await device({ kind: 'desk', as: given.principal });
  const alerts = `/desk/schools/${given.school}/alerts`;
  const open = (text) => desk.locator('tbody tr').filter({ hasText: text }).getByRole('button').first().click();

  // Who may not call a drill is not offered one.
  await parent.visit('/m/alarm');
  await parent.reads('main', '实验小学');
  if ((await parent.getByRole('switch', { name: '这是演练' }).count()) > 0) throw new Error('a parent is offered a drill');
  await leader.visit('/m/alarm');
  await leader.getByRole('switch', { name: '这是演练' }).click();
  await leader.accessible('before a drill');
  await leader.fits('before a drill');
  await hold(leader, 'article');
  await leader.reads('article', '演练');
  await leader.accessible('a drill');
  await leader.fits('a drill');
  await guard.visit('/m/alerts');
  await guard.reads('.one', '演练');
  await guard.getByRole('link', { name: '查看求助' }).or(guard.getByRole('button', { name: '查看求助' })).first().click();
  await guard.reads('article .drill', '演练');
  await guard.accessible('a drill of somebody');
  await guard.fits('a drill of somebody');
  await desk.visit(alerts);
  await open('演练 · 一键求助');
  await desk.reads('dialog h2', '演练 · 一键求助');
  await desk.reads('dialog b', '演练');
  await desk.accessible('a drill on the desk');
  await desk.fits('a drill on the desk');
  await desk.locator('dialog footer').getByRole('button', { name: '关闭' }).click();

  // A wrong press. Somebody looks at it on the desk while it is taken back.
  await hold(parent, 'article');
  await parent.reads('article', '已发出，还没有人回应');
  await desk.visit(alerts);
  const real = desk.locator('tbody tr').filter({ hasText: '一键求助' }).filter({ hasNotText: '演练' });
  await real.getByRole('button').first().click();
  await desk.reads('dialog', '还没有人回应');
  await parent.getByRole('button', { name: '误按，撤回' }).click();
  await parent.getByLabel('原因').fill('');
  await parent.locator('.actions').getByRole('button', { name: '误按，撤回' }).click();
  await parent.reads('.sheet', '请写明原因');
  await parent.accessible('taking it back');
  await parent.fits('taking it back');
  await parent.getByLabel('原因').fill('手机在口袋里误触');
  await parent.locator('.actions').getByRole('button', { name: '误按，撤回' }).click();
  await parent.reads('article', '已撤回');
  await parent.reads('article', '手机在口袋里误触');
  await desk.reads('dialog', '已撤回');
  await desk.reads('dialog', '手机在口袋里误触');
  if ((await desk.getByRole('button', { name: '已到场处理' }).count()) > 0) throw new Error('what was taken back is to be seen to');
  await desk.accessible('what was taken back');
  await guard.visit('/m/alerts');
  await guard.reads('.one', '撤回求助：手机在口袋里误触');
  await guard.locator('.one').first().filter({ hasText: '已结束' }).waitFor();
  await desk.visit(`${alerts}?view=earlier`);
  await real.filter({ hasText: /\d\d:\d\d 结束/ }).waitFor();
  await desk.fits('what was taken back, later');

  // The guard came, and an hour after the window nobody knows that they left.
  await ask('pass', { minutes: 111 });
  await guard.visit('/m/alerts');
  await guard.reads('.one', '您还好吗');
  await guard.accessible('whether I am all right');
  await guard.fits('whether I am all right');
  await desk.visit(alerts);
  const asked = desk.locator('tbody tr').filter({ hasText: `未离岗打卡 · ${given.guard.person.name}` });
  await asked.waitFor();
  await guard.getByRole('button', { name: '我平安' }).click();
  await guard.reads('.one', '已报平安');
  await guard.getByRole('button', { name: '我平安' }).waitFor({ state: 'detached' });
  await desk.visit(alerts);
  await asked.filter({ hasText: '报了平安' }).waitFor();
  await desk.accessible('somebody is all right');
  await desk.fits('somebody is all right');
  // Nobody else is told when they had answered.
  await ask('pass', { minutes: 40 });
  await leader.visit('/m/alerts');
  await leader.reads('.one', '演练');
  if ((await leader.locator('.one').filter({ hasText: '离岗打卡' }).count()) > 0) throw new Error('the leader was told all the same');
}
