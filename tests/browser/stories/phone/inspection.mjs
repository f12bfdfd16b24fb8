// A duty head goes through the daily checklist on the phone; what is not right is a hazard, which the school sees on the desk.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.principal, bears: [/ERR_FAILED|Failed to load resource/] });
  await phone.visit('/m/');
  await phone.getByRole('link', { name: /检查\s*今日 0\/2/ }).click();
  await phone.reads('main', '今日 0/2 · 8 项');
  await phone.accessible('the checklists that are mine');
  await phone.fits('the checklists that are mine');
  await phone.getByText('带班领导每日检查').click();
  const answer = (place, word) => phone.getByRole('radiogroup').nth(place).getByText(word, { exact: true }).click();
  for (const place of [0, 1, 2, 3, 4]) await answer(place, '是');
  await answer(5, '否');
  await answer(6, '不适用');
  await phone.reads('form', '已答 7/8');
  await phone.reads('form', '1 项将上报为隐患');
  await phone.getByRole('button', { name: '提交检查' }).click();
  await phone.reads('form', '请写明有什么问题');
  await phone.reads('form', '请选择');
  await phone.accessible('a checklist with what is missing');
  await phone.fits('a checklist with what is missing');
  await phone.getByLabel('有什么问题').fill('东侧通道被纸箱堵住');

  // Elsewhere and back: nothing is lost.
  await phone.visit('/m/inspections');
  await phone.reads('main', '已答 7 项，未提交');
  await phone.getByText('带班领导每日检查').click();
  await phone.reads('form', '已答 7/8');
  await answer(7, '是');
  let lost = 0;
  await phone.route('**/inspections', (route) => (route.request().method() === 'POST' && lost++ === 0 ? route.abort() : route.continue()));
  await phone.getByRole('button', { name: '提交检查' }).click();
  await phone.reads('form', '没有发出去');
  await phone.getByRole('button', { name: '提交检查' }).click();
  await phone.reads('main', '检查已提交');
  await phone.reads('main', '已上报 1 条隐患');
  await phone.accessible('an inspection that was sent');
  await phone.fits('an inspection that was sent');
  await phone.getByRole('link', { name: '2026-001' }).click();
  await phone.reads('main', '消防通道畅通，安全出口未锁闭：东侧通道被纸箱堵住');
  await phone.visit('/m/inspections');
  await phone.reads('main', '今日 1/2 · 8 项');

  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/inspections`);
  await desk.reads('main', '今日 1/2');
  await desk.reads('tbody', '东侧通道被纸箱堵住');
  await desk.accessible('the inspections of a school');
  await desk.fits('the inspections of a school');
  await desk.locator('tbody .open').first().click();
  await desk.reads('dialog', '东侧通道被纸箱堵住');
  await desk.accessible('an inspection on the desk');
  await desk.fits('an inspection on the desk');
  await desk.getByRole('link', { name: '隐患 2026-001' }).click();
  await desk.reads('dialog', '还没有人处理');

  await desk.visit(`/desk/schools/${given.school}/inspections?view=lists`);
  await desk.getByRole('button', { name: '新增清单' }).click();
  await desk.getByLabel('名称').fill('食堂周检');
  await desk.getByRole('button', { name: '加一项' }).click();
  await desk.getByLabel('检查项 1', { exact: true }).fill('食堂留样完整');
  await desk.getByRole('button', { name: '新增', exact: true }).click();
  await desk.reads('dialog', '请填写检查项');
  await desk.accessible('a new checklist');
  await desk.fits('a new checklist');
  await desk.getByLabel('检查项 2', { exact: true }).fill('操作间无杂物');
  await desk.getByRole('button', { name: '新增', exact: true }).click();
  await desk.reads('main', '食堂周检');
  await desk.getByRole('button', { name: '停用' }).click();
  await desk.reads('dialog', '停用“食堂周检”吗');
  await desk.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await desk.reads('main', '11月23日 周一停用');
}
