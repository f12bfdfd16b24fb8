// A table of schools: no datum is assumed, a wrong row keeps all of them out and says why, and the table once mended makes each school
// once, however often it is sent.
export default async function ({ device, ask, given }) {
  const desk = await device({ kind: 'desk', as: given.officer });
  const visit = () => desk.visit(`/desk/organizations/${given.bureau}/imports`);
  const check = () => desk.getByRole('button', { name: '核对', exact: true }).click();
  await visit();
  await desk.locator('input[type=file]').setInputFiles({ name: 'schools.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${given.wrong}`) });
  await check();
  await desk.reads('[role=alert]', '请先选坐标系');
  await desk.getByLabel('这张表的坐标系').selectOption('gcj02');
  await check();
  await desk.reads('[role=status]', '新增 1 所，已有 0 所，有问题 2 行');
  await desk.reads('tbody tr', '写反');
  await desk.accessible('a table with wrong rows');
  if ((await desk.locator('tbody tr').count()) !== 2) throw new Error('the wrong rows are not shown alone');
  if (await desk.getByRole('button', { name: '导入 1 所新学校' }).isEnabled()) throw new Error('a table with wrong rows can be imported');
  await desk.getByLabel('只看有问题的').uncheck();
  await desk.reads('tbody tr', '第一小学');
  same('schools before anything was imported', await ask('schools'), []);

  await desk.getByLabel('或粘贴表格内容').fill(given.right);
  await check();
  await desk.reads('[role=status]', '新增 3 所，已有 0 所，有问题 0 行');
  await desk.accessible('a preview');
  await desk.getByRole('button', { name: '导入 3 所新学校' }).click();
  await desk.accessible('asking before the import');
  await desk.locator('dialog').getByRole('button', { name: '导入 3 所新学校' }).click();
  await desk.getByRole('link', { name: '逐所设置' }).waitFor();
  same('schools', await ask('schools'), ['第一小学', '第三小学', '第二小学']);

  await visit();
  await desk.getByLabel('或粘贴表格内容').fill(given.right);
  await desk.getByLabel('这张表的坐标系').selectOption('gcj02');
  await check();
  await desk.reads('[role=status]', '新增 0 所，已有 3 所，有问题 0 行');
  if (await desk.getByRole('button', { name: '没有新学校' }).isEnabled()) throw new Error('nothing new can be imported');
}

function same(what, found, wanted) {
  const sorted = [...found].sort();
  if (JSON.stringify(sorted) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(sorted)}, not ${JSON.stringify(wanted)}`);
}
