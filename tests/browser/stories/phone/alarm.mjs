// Somebody at the gate holds the key for help, without a network and with one; a colleague sees it on the phone, the principal on the desk.
import { hold } from '../../library.mjs';

export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside, bears: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });
  await phone.visit('/m/');
  await phone.getByRole('link', { name: '求助' }).click();
  await phone.reads('main', '遇到危险请先拨打 110');
  await phone.reads('main', '实验小学');
  await phone.accessible('the key for help');
  await phone.installed();
  await phone.fits('the key for help');

  // A short press does nothing.
  await phone.locator('#alarm').click();
  await phone.reads('main', '按住求助');
  if ((await phone.locator('article, [role=alert]').count()) > 0) throw new Error('a short press raised an alarm');

  // Without a network it says that nobody was told.
  await phone.context().setOffline(true);
  await hold(phone, '[role=alert]');
  await phone.reads('[role=alert]', '还没有发出');
  await phone.reads('[role=alert]', '110');
  await phone.fits('an alarm that is not sent');
  // The phone is put away and taken out again, on another page.
  await phone.goto('/m/');
  await phone.reads('.waits', '求助还没有发出');
  await phone.accessible('an alarm that waits, on another page');
  await phone.fits('an alarm that waits, on another page');
  await phone.context().setOffline(false);
  await phone.locator('.waits').waitFor({ state: 'detached' });
  await phone.goto('/m/alarm');
  await phone.reads('article', '已发出，还没有人回应');
  await phone.reads('article', /已通知 [2-9] 人/);
  await phone.accessible('an alarm that was sent');

  const guard = await device({ kind: 'phone', as: given.guard });
  await guard.visit('/m/alerts');
  await guard.reads('.one', '一键求助');
  await guard.getByRole('link', { name: '查看求助' }).or(guard.getByRole('button', { name: '查看求助' })).first().click();
  await guard.reads('article', `${given.parent.person.name} 求助`);
  await guard.accessible('an alarm of somebody');
  await guard.fits('an alarm of somebody');
  await guard.getByRole('button', { name: '我来处理' }).click();
  await guard.reads('article', '有人正在处理');
  await phone.reads('article', '有人正在处理');

  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/alerts`);
  await desk.reads('.bell', '1');
  await desk.reads('tbody', '一键求助');
  await desk.locator('tbody tr').first().getByRole('button').or(desk.locator('tbody tr').first().getByRole('link')).first().click();
  await desk.reads('dialog', '有人正在处理');
  await desk.accessible('an alarm on the desk');
  await desk.getByLabel('处理情况').fill('已到场，劝离');
  await desk.getByRole('button', { name: '已到场处理' }).click();
  await desk.reads('dialog', '已有人到场');
  await desk.getByRole('button', { name: '结束', exact: true }).click();
  await desk.reads('dialog', '已结束');
  await desk.visit('/desk/inbox');
  await desk.reads('main', '求助已处理完毕');
  await desk.accessible('what I was told, on the desk');
  await phone.reads('article', '已结束');
}
