// A bureau names a category and its days, a parent reports in it, the ledgers are narrowed in the address, and the notice says what is to be done by when.
export default async function ({ device, given }) {
  const bureau = await device({ kind: 'desk', as: given.bureau });
  await bureau.visit(`/desk/organizations/${given.root}/hazards`);
  await bureau.reads('main', '没有隐患');
  await bureau.getByRole('link', { name: '隐患类别和天数' }).click();
  await bureau.reads('main', '类别不能删除，只能停用');
  const known = await bureau.locator('.category').count();
  await bureau.getByRole('button', { name: '新增类别' }).click();
  const added = bureau.locator('.category').last();
  await added.getByLabel('中文名称').fill('水域');
  await bureau.getByRole('button', { name: '保存' }).click();
  await bureau.reads('.category [role=alert]', '1 到 40 个字符，不重复');
  await bureau.accessible('a category without a name');
  await added.getByLabel('英文名称').fill('Open water');
  for (let place = known; place > 0; place--) await bureau.getByRole('button', { name: '上移“水域”' }).click();
  await bureau.getByLabel('由本单位设定').check();
  await bureau.getByLabel('一般').fill('5');
  await bureau.getByLabel('较大').fill('6');
  await bureau.getByRole('button', { name: '保存' }).click();
  await bureau.reads('[role=alert]', '越严重天数不能越多');
  await bureau.getByLabel('较大').fill('2');
  await bureau.getByRole('button', { name: '保存' }).click();
  await bureau.reads('.notices', '已保存');
  await bureau.reload();
  const first = bureau.locator('.category').first();
  await first.waitFor();
  const shown = [await first.getByLabel('中文名称').inputValue(), await bureau.getByLabel('一般').inputValue(), await bureau.getByLabel('较大').inputValue()];
  if (shown.join() !== '水域,5,2') throw new Error(`after a reload it shows ${shown}`);
  const [days, unit] = [await bureau.getByLabel('一般').boundingBox(), await bureau.locator('.days').getByText('天', { exact: true }).first().boundingBox()];
  if (unit.y > days.y + days.height) throw new Error('the unit stands below its field');
  await bureau.accessible('the rules of hazards');
  await bureau.fits('the rules of hazards');

  await reports(device, given.parent, { locale: 'en-US', category: 'Open water', what: '河边护栏断开', told: 'put right within 5 days', send: 'Report', label: 'What' });
  await reports(device, given.other, { category: '交通', what: '窨井盖破损', told: '5 天内整改', send: '上报', label: '情况' });

  // Of all, by category, by state and by school; the address says which.
  await bureau.visit(`/desk/organizations/${given.root}/hazards`);
  const rows = bureau.locator('tbody tr');
  const holds = async (...texts) => {
    for (const text of texts) await rows.filter({ hasText: text }).waitFor();
    await bureau.reads('.tools', `${texts.length} 条`);
    if ((await rows.count()) !== texts.length) throw new Error(`${await rows.count()} rows instead of ${texts}`);
  };
  const asks = (name, value) => {
    const is = new URL(bureau.url()).searchParams.get(name);
    if (is !== value) throw new Error(`the address asks for ${name} ${is}`);
  };
  await holds('河边护栏断开', '窨井盖破损');
  await bureau.getByRole('combobox', { name: '类别', exact: true }).selectOption({ label: '水域' });
  await holds('河边护栏断开');
  await bureau.reload();
  await holds('河边护栏断开');
  await bureau.accessible('hazards of a category');
  await bureau.fits('hazards of a category');
  await bureau.getByRole('combobox', { name: '状态', exact: true }).selectOption({ label: '整改中' });
  await bureau.reads('main', '没有符合条件的内容');
  asks('state', 'assigned');
  await bureau.getByRole('button', { name: '清除条件' }).click();
  await holds('河边护栏断开', '窨井盖破损');
  await bureau.getByRole('combobox', { name: '学校', exact: true }).selectOption({ label: '第二小学' });
  await holds('窨井盖破损');
  asks('school', given.second);
  asks('category', null);

  // The station sees the schools that are its own.
  const chief = await device({ kind: 'desk', as: given.chief });
  await chief.visit(`/desk/organizations/${given.station}/hazards`);
  await chief.reads('tbody', '河边护栏断开');
  if (await chief.locator('tbody').getByText('窨井盖破损').isVisible()) throw new Error('the station sees a school that is not its own');
  const offered = await chief.getByRole('combobox', { name: '学校', exact: true }).locator('option').allInnerTexts();
  if (offered.join() !== '全部学校,实验小学') throw new Error(`the station may choose ${offered}`);

  // Assigned twice: the notice says what is asked now.
  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/hazards`);
  for (const text of ['请查看', '请加装护栏']) {
    await desk.locator('tbody .open').first().click();
    await desk.getByLabel('责任人').selectOption({ label: given.parent.person.name });
    await desk.getByLabel('说明').fill(text);
    await desk.getByRole('button', { name: '交办', exact: true }).click();
    await desk.reads('dialog li', text);
    await desk.locator('dialog footer').getByRole('button', { name: '关闭' }).click();
  }
  await desk.getByRole('combobox', { name: '状态', exact: true }).selectOption({ label: '整改中' });
  await desk.locator('tbody .open').click();
  await desk.getByRole('link', { name: '整改通知书' }).click();
  await desk.reads('article', '编号：2026-001');
  await desk.reads('article', '致：实验小学');
  await desk.reads('article', '河边护栏断开（水域，一般）');
  await desk.reads('dd', '2026年11月28日');
  await desk.reads('dd', '请加装护栏');
  await desk.accessible('a notice');
  await desk.fits('a notice');
  await desk.getByRole('link', { name: '返回' }).click();
  await desk.reads('dialog', '2026-001 · 水域 · 一般');
  await desk.goBack();
  const abroad = await device({ kind: 'phone', as: given.principal, locale: 'en-US' });
  await abroad.visit(new URL(desk.url()).pathname);
  await abroad.reads('dd', '28 November 2026');
  await abroad.reads('dd', '河边护栏断开 (Open water, Minor)');
  await abroad.accessible('a notice, small');
  await abroad.fits('a notice, small');
  await abroad.visit(`/desk/schools/${given.school}/hazards?list=duties`);
  await abroad.reads('tbody', given.parent.person.name);
  await abroad.fits('a ledger, small');
}

/** Somebody reports a hazard on the phone. */
async function reports(device, as, { locale = 'zh-CN', category, what, told, send, label }) {
  const phone = await device({ kind: 'phone', as, locale });
  await phone.visit('/m/hazards/new');
  await phone.getByLabel(label, { exact: true }).fill(what);
  await phone.getByLabel(category, { exact: true }).check();
  await phone.reads('form', told);
  await phone.accessible(`a report of ${category}`);
  await phone.fits(`a report of ${category}`);
  await phone.getByRole('button', { name: send, exact: true }).click();
  await phone.reads('main', '2026-001');
}
