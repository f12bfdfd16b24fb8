// What stands in the way of a check-in, or is worth knowing before it: each says so in its own sentence, with the way out.
export default async function ({ device, ask, given }) {
  // The page of a code that leads nowhere answers 404 or 410, which the browser notes.
  const stranger = await device({ kind: 'phone', bears: [/status of 404/, /status of 410/] });
  await unknown(stranger, given);
  await signReplaced(stranger, given);

  const parent = await device({ kind: 'phone', as: given.parent, position: given.inside, bears: [/status of 40[34]/] });
  await early(parent, given);
  await wrongSchool(parent, given);
  await ask('pass', { minutes: 35 });
  await ask('arrive');
  await here(parent, given);
}

async function unknown(phone, { short_code, post }) {
  await phone.goto('/c/NOT-A-CODE-OF-OURS');
  await phone.reads('.stop h1', '认不出这个码');
  await phone.reads('.stop', '请再扫一次岗位牌上的二维码，或输入牌下的短码。');
  await phone.accessible('unknown code');
  await phone.locator('input[name=short]').fill(short_code);
  await phone.getByRole('button', { name: '打开', exact: true }).click();
  await phone.reads('h1', post);
  await phone.reads('.sign-in', '登录后回到这个岗位。');
}

async function signReplaced(phone, { replaced: { code, post, short_code }, school }) {
  await phone.goto(`/c/${code}`);
  await phone.reads('.stop h1', '这张牌已更换');
  await phone.reads('.stop', `${school} · ${post}`);
  await phone.reads('.stop', '这张牌已更换（11月23日 周一）。请扫新牌，或输入新牌下的短码。');
  await phone.reads('.stop', '如果现场只有这张旧牌，请告诉学校安全管理员。');
  await phone.accessible('replaced sign');
  await phone.locator('input[name=short]').fill(short_code.toLowerCase());
  await phone.locator('input[name=short]').press('Enter');
  await phone.reads('h1', post);
  await phone.reads('.sign-in', '登录后回到这个岗位。');
}

async function early(phone, { code }) {
  await phone.visit(`/c/${code}`);
  await phone.reads('.note', '护学时段还没开始，请在 07:10 前到岗。现在打卡也会照实记录。');
  await phone.reads('.window', '上学 07:20–08:00');
  await phone.reads('.clock', '后开始');
  await phone.reads('#verb', '到岗打卡');
  await phone.accessible('too early');
}

async function wrongSchool(phone, { other_code, other_school }) {
  await phone.visit(`/c/${other_code}`);
  await phone.reads('.note h2', `您还没有加入${other_school}的护学队伍`);
  await phone.reads('.note', '请向学校索取邀请，加入后再打卡；如果扫错了牌，请扫本校的牌。');
  await phone.reads('#verb', '仍要打卡');
  await phone.accessible('wrong school');
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '无效');
  await phone.reads('.result .next', '请向学校索取邀请，加入后再打卡。');
  await phone.accessible('rejected');
}

async function here(phone, { code }) {
  await phone.visit(`/c/${code}`);
  await phone.reads('.note.here', '您已在岗，从 07:25 起，证明保持到 08:10 · 已确认');
  await phone.reads('#verb', '我还在');
  await phone.reads('.stay', '此刻还有');
  await phone.accessible('already here');
}
