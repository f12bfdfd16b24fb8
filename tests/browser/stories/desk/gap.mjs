// The principal watches the board: a parent leaves and the gap opens, comes back with a claim, and the duty leader's word closes it.
export default async function ({ device, ask, given, report }) {
  const desk = await device({ kind: 'desk' });
  await signIn(desk, given.principal);
  await desk.waitForURL('**/board');
  await desk.reads('.told', '1 个岗位缺岗，共缺 1 人');

  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside });
  await phone.visit(`/c/${given.code}`);
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已确认');
  await desk.reads('.told strong', '各岗位都有人');
  const row = desk.locator('.post').filter({ hasText: '家长志愿者 2 人' });
  await row.filter({ hasText: '到岗' }).waitFor();
  await desk.accessible('board, all staffed');

  await ask('pass', { seconds: 300 });
  await leaves(phone, given);
  const committed = Date.now();
  await row.filter({ hasText: '还差 1 人' }).waitFor();
  const seen = Date.now() - committed;
  await desk.reads('.told strong', '1 个岗位还差人，共 1 人');
  const grace = await ask('grace');
  await ask('pass', { seconds: grace });
  const ripe = Date.now();
  await row.filter({ hasText: '缺岗 1 人' }).waitFor();
  report(`the board shows that somebody is missing ${seen} ms after the leave was answered, and the gap ${Date.now() - ripe} ms after the grace of ${grace} s was over (2000 ms are allowed)`);
  await desk.reads('.told.gap strong', '1 个岗位缺岗，共缺 1 人');
  await desk.accessible('board, with a gap');

  const claim = await comesBack(phone, given);
  await row.locator('.name').click();
  await desk.reads('dialog', '证据等级不够，不计入');
  await desk.accessible('board, a post opened');
  await desk.getByRole('button', { name: '关闭' }).click();
  await row.filter({ hasText: '缺岗 1 人' }).waitFor();

  await coSign(await device({ kind: 'phone', as: given.leader }), given);
  await desk.reads('.told strong', '各岗位都有人');
  await row.filter({ hasText: '到岗' }).waitFor();
  const grade = await ask('grade', { check_in: claim });
  if (grade !== 'likely') throw new Error(`the co-signed claim counts as ${grade}`);
}

async function signIn(desk, { phone, password }) {
  await desk.visit('/desk/sign-in');
  await desk.locator('input[type=tel]').fill(phone);
  await desk.locator('input[type=password]').fill(password);
  await desk.locator('form button[type=submit]').click();
}

/** Leaves while the window runs, which the page asks about once more. */
async function leaves(phone, { code }) {
  await phone.visit(`/c/${code}`);
  await phone.reads('#verb', '我还在');
  await phone.locator('#tap-leave').click();
  await phone.reads('.act h2', '护学时段到 08:00 结束。现在离岗吗？');
  await phone.accessible('leaving early');
  await phone.locator('#leave').click();
  await phone.reads('.result .next', '已离岗。谢谢您的守护。');
}

/** Is back, without a position; answers the check-in's id. */
async function comesBack(phone, { code }) {
  await phone.moves(null);
  await phone.visit(`/c/${code}`);
  await phone.reads('#verb', '到岗打卡');
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '自报');
  await phone.reads('.result .next', '请带班领导联签');
  return await phone.locator('.result').getAttribute('data-id');
}

/** The duty leader vouches for the parent in the phone app. */
async function coSign(phone, { parent }) {
  await phone.visit('/m/co-sign');
  const one = phone.locator('.one').filter({ hasText: parent.person.name });
  await one.filter({ hasText: '自报' }).waitFor();
  await phone.accessible('whom to co-sign');
  await one.getByRole('button', { name: '联签' }).click();
  await phone.reads('.sheet', `为${parent.person.name}联签`);
  await phone.accessible('before co-signing');
  await phone.locator('.sheet .actions').getByRole('button', { name: '联签' }).click();
  await phone.reads('.told', '已联签');
}
