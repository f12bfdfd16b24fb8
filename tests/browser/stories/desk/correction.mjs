// A parent whose phone was flat asks for a correction, on a page that was opened directly; the principal decides it.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.parent });
  await phone.visit('/m/corrections/new');
  await phone.getByLabel('时间').fill('06:40');
  await phone.locator('textarea').fill('手机没电');
  await phone.accessible('asking for a correction');
  await phone.getByRole('button', { name: '提交' }).click();
  await phone.reads('.one', '等待学校决定');
  await phone.reads('.one', '06:40 到岗 · 东门 · 家长志愿者');

  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/corrections`);
  const row = desk.locator('tbody tr').filter({ hasText: given.parent.person.name });
  await row.filter({ hasText: '手机没电' }).getByRole('button', { name: '同意', exact: true }).click();
  await desk.accessible('deciding a correction');
  await desk.locator('dialog textarea').fill('班主任看到');
  await desk.locator('dialog').getByRole('button', { name: '同意', exact: true }).click();
  await desk.reads('main', '没有待处理的补卡');

  await phone.visit('/m/corrections');
  await phone.reads('.one', '已同意');
  await phone.reads('.one', '班主任看到');
}
