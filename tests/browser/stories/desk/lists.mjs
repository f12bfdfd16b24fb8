// Every list of the desk: bars while it is read, a way out when the server cannot be reached, a search that stands in the address and
// says when nothing matches, and a table to take away.
export default async function ({ device, given, ask }) {
  const bears = [/Failed to load resource/];
  const [principal, admin] = [await device({ kind: 'desk', as: given.principal, bears }), await device({ kind: 'desk', as: given.admin, bears })];
  await ask('pass', { minutes: 40 });
  const [school, bureau] = [`/desk/schools/${given.school}`, `/desk/organizations/${given.bureau}`];
  const LISTS = [
    [principal, `${school}/rules`, /v1.*\/windows$/], [principal, `${school}/checkpoints`, /v1.*\/checkpoints$/], [principal, `${school}/signs`, /v1.*\/signs$/],
    [principal, `${school}/people`, /v1.*\/members\?/], [principal, `${school}/people?tab=invites`, /v1.*\/invites\?/], [principal, `${school}/audit`, /v1.*\/audit\?/],
    [principal, `${school}/alerts`, /v1.*\/alerts\?/], [principal, `${school}/alerts?view=channels`, /v1.*\/channels$/], [principal, `${school}/inspections?view=lists`, /v1.*\/checklists/],
    [principal, '/desk/inbox', /v1.*\/me\/alerts\?/], [admin, `${bureau}/schools`, /v1.*\/coverage/], [admin, `${bureau}/stations`, /v1.*\/stations\//], [admin, `${bureau}/jobs`, /v1.*\/jobs$/],
  ];
  for (const [desk, path, api] of LISTS) await list(desk, path, api, ask).catch((failure) => {
    throw new Error(`${path}: ${failure.message}`);
  });
  await rules(principal, `${school}/rules`);
}

async function list(desk, path, api, ask) {
  // By then it was the principal's turn to be told of the empty posts.
  if (path === '/desk/inbox') await ask('pass', { minutes: 15 });
  const search = desk.locator('main input[type=search]').first();
  await held(desk, api, async () => {
    await desk.visit(path);
    await desk.locator('main .skeleton').first().waitFor();
  });
  await search.waitFor();
  await search.fill('没有这个词');
  await desk.reads('main', '没有符合条件的内容');
  if (new URL(desk.url()).searchParams.get('q') !== '没有这个词') throw new Error(`the search does not stand in ${desk.url()}`);
  await desk.reload();
  await desk.reads('main', '没有符合条件的内容');
  if ((await search.inputValue()) !== '没有这个词') throw new Error('a reload loses the search');
  await desk.accessible(`nothing found on ${path}`);
  await search.fill('');
  await desk.getByText('没有符合条件的内容').waitFor({ state: 'detached' });
  // What is shown can be taken away.
  await desk.locator('main').getByRole('button', { name: /导出/, disabled: false }).first().waitFor();

  const away = (route) => route.abort();
  await desk.route(api, away);
  await desk.reload();
  await desk.reads('main', '没有连上服务器');
  await desk.unroute(api, away);
  await desk.locator('main').getByRole('button', { name: '重试' }).first().click();
  await search.waitFor();
}

/** The page while the server's answer is on its way; whatever is asked after that is answered at once. */
async function held(desk, api, meanwhile) {
  let release;
  const free = new Promise((done) => (release = done));
  await desk.route(api, async (route) => {
    await free;
    await route.continue();
  });
  await meanwhile();
  release();
}

/** Duties are found by who and where; while some are hidden their order stands. */
async function rules(desk, path) {
  await desk.visit(`${path}?q=${encodeURIComponent('上学 家长')}`);
  const shown = desk.locator('.window li:visible');
  await shown.filter({ hasText: '家长志愿者' }).waitFor();
  if ((await shown.count()) !== 1) throw new Error(`${await shown.count()} duties are found`);
  if (await shown.getByRole('button', { name: /上移/ }).isEnabled()) throw new Error('a part of the duties can be put in another order');
  await desk.locator('main input[type=search]').fill('');
  await desk.locator('.window li:visible').nth(2).waitFor();
  await desk.locator('.window li').nth(2).getByRole('button', { name: /上移/, disabled: false }).waitFor();
}
