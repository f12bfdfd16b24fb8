// A day says who decided it and why: the national notice, then the bureau, then the school, which goes before both; taken back, the one
// below holds again. A one-off change stays on record with who took it back.
export default async function ({ device, given }) {
  const bureau = await device({ kind: 'desk', as: given.officer });
  const school = await device({ kind: 'desk', as: given.principal });
  const ofSchool = `/desk/schools/${given.school}/calendar?month=2026-12`;
  const day = (desk, date) => desk.getByRole('button', { name: date });
  const open = async (desk, date) => {
    await day(desk, date).click();
    await desk.locator('dialog').waitFor();
  };
  const decide = async (desk, kind, reason) => {
    await desk.getByRole('button', { name: /定这一天|改这一天的规定/ }).click();
    await desk.getByLabel('这一天是').selectOption({ label: kind });
    await desk.getByLabel('原因').fill(reason);
    await desk.accessible(`deciding ${kind}`);
    await desk.getByRole('button', { name: '保存', exact: true }).click();
    await desk.reads('dialog .own', reason);
    await desk.locator('dialog').getByRole('button', { name: '关闭' }).click();
  };

  // What the State Council's notice says of New Year's Day, for everybody.
  await school.visit('/desk/schools/' + given.school + '/calendar?month=2026-10');
  await open(school, '10月1日');
  await school.reads('dialog .said', '放假');
  await school.reads('dialog .said', '国庆节');
  await school.reads('dialog .said', '依据：全国放假安排');
  await school.accessible('a national holiday');

  await bureau.visit(`/desk/organizations/${given.bureau}/calendar?month=2026-12`);
  await open(bureau, '12月3日');
  await decide(bureau, '停课', '全县教研活动');
  await bureau.reads('.month button', '全县教研活动');

  await school.visit(ofSchool);
  await school.reads('.month button', '全县教研活动');
  await open(school, '12月3日');
  await school.reads('dialog .said', '停课');
  await school.reads('dialog .said', '由教育局决定');
  await decide(school, '上学日', '补运动会的课');
  await school.reads('.month button', '补运动会的课');
  await school.accessible('a month with both layers');
  await open(school, '12月3日');
  await school.reads('dialog .said', '由学校决定');
  await school.getByRole('button', { name: '收回规定' }).click();
  await school.locator('dialog').last().getByRole('button', { name: '收回规定' }).click();
  await school.reads('dialog .said', '由教育局决定');
  await school.reads('dialog .said', '全县教研活动');
  await school.locator('dialog').getByRole('button', { name: '关闭' }).click();

  await open(school, '12月4日');
  await school.getByRole('button', { name: '添加调整' }).click();
  await school.getByLabel('怎样调整').selectOption({ label: '全天撤岗' });
  await school.getByRole('button', { name: '暴雨红色预警' }).click();
  await school.accessible('a one-off change');
  await school.getByRole('button', { name: '保存', exact: true }).click();
  await school.reads('dialog li', '暴雨红色预警');
  await school.locator('dialog li').getByRole('button', { name: '收回' }).click();
  await school.locator('dialog').last().getByRole('button', { name: '收回' }).click();
  await school.reads('dialog li .tag', '已收回');
}
