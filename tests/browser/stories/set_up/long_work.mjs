// What takes long says what it is, and promises nothing that nobody knows: a table of 600 schools while it is checked and imported, and
// the signs of a whole school while they are drawn.
export default async function ({ device, ask, given, report }) {
  const desk = await device({ kind: 'desk', as: given.officer });
  await desk.visit(`/desk/organizations/${given.bureau}/imports`);
  await desk.locator('input[type=file]').setInputFiles({ name: 'schools.csv', mimeType: 'text/csv', buffer: Buffer.from(given.table) });
  await desk.reads('form', '表里有 600 行');
  await desk.getByLabel('这张表的坐标系').selectOption('gcj02');
  const check = await held(desk, /school-imports/, async () => {
    await desk.getByRole('button', { name: '核对', exact: true }).click();
    await desk.reads('.working [role=status]', '正在发送并核对 600 行');
    await desk.reads('.working', '已用 1 秒');
    await desk.accessible('a table being checked');
  });
  await desk.reads('[role=status]', '新增 600 所，已有 0 所，有问题 0 行');
  await desk.locator('.working').waitFor({ state: 'detached' });

  await desk.getByRole('button', { name: '导入 600 所新学校' }).click();
  const dialog = desk.locator('dialog');
  const apply = await held(desk, /school-imports/, async () => {
    await dialog.getByRole('button', { name: '导入 600 所新学校' }).click();
    await desk.reads('dialog .working', '服务器正在导入 600 所学校');
    await desk.accessible('a table being imported');
  });
  await desk.getByRole('link', { name: '逐所设置' }).waitFor();
  const schools = await ask('schools');
  if (schools !== 601) throw new Error(`there are ${schools} schools`);
  report(`600 schools: checked after ${await check()} ms, imported after ${await apply()} ms`);

  await held(desk, /signs\.html/, async () => {
    await desk.visit(`/desk/schools/${given.school}/signs`);
    await desk.reads('.working', '正在生成 3 块牌');
    if (await desk.getByRole('button', { name: '打印', exact: true }).isEnabled()) throw new Error('nothing is there to print yet');
    await desk.accessible('signs being drawn');
  });
  await desk.locator('iframe').waitFor();
  await desk.getByRole('button', { name: '打印', exact: true, disabled: false }).waitFor();
}

/** The page while the server's answer is on its way; answers how long that took by itself. */
async function held(desk, api, meanwhile) {
  let release;
  const free = new Promise((done) => (release = done));
  const answered = desk.waitForResponse(api);
  await desk.route(api, async (route) => {
    await free;
    await route.continue();
  });
  await meanwhile();
  const began = Date.now();
  release();
  const took = answered.then(() => Date.now() - began);
  await took;
  await desk.unroute(api);
  return () => took;
}
