// From the one-time link to a parent on post: the bureau is set up, the assistant makes a school, its sign is printed and read back
// from the picture, an invite is made and opened, and the parent who joins by it comes back to the post that was scanned before.
import { readFile } from 'node:fs/promises';
import { readQr } from '../../library.mjs';

export default async function ({ device, ask, given }) {
  const desk = await device({ kind: 'desk' });
  await setUp(desk, given);
  await makeSchool(desk, given);
  const invite = await makeInvite(desk, given);
  const sign = await printSign(desk, given);

  const phone = await device({ kind: 'phone', position: given.gate });
  await phone.visit(new URL(sign).pathname);
  await phone.reads('h1', '校门');
  await phone.reads('.sign-in', '还没有加入？');
  await join(phone, invite);
  await ask('pass', { minutes: 20 });
  await phone.getByRole('link', { name: '回到“校门”' }).click();
  await phone.waitForURL(`**${new URL(sign).pathname}`);
  await phone.reads('.school', given.school);
  await phone.reads('.me', '家长志愿者');
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已确认');
  await phone.reads('.result .next', '已到岗。');
  await phone.accessible('on post');
}

/** The administrator and the organization, by the link that the server printed. */
async function setUp(desk, { link, origin, bureau, admin }) {
  const { origin: printed, pathname, search } = new URL(link);
  if (printed !== origin) throw new Error(`the link leads to ${printed}, not to ${origin}`);
  await desk.visit(pathname + search);
  await desk.reads('h1', '初始化护学岗');
  await desk.accessible('set-up');
  await desk.locator('input[autocomplete=organization]').fill(bureau);
  await desk.locator('input[autocomplete=name]').fill(admin.name);
  await desk.locator('input[autocomplete=username]').fill(admin.phone);
  await desk.locator('input[autocomplete=new-password]').fill(admin.password);
  await desk.getByRole('button', { name: '建立并登录' }).click();
  await desk.waitForURL('**/new-school');
}

/** The assistant, up to the times of the windows: a gate with a fence, windows, and duties that ask for parents too. */
async function makeSchool(desk, { school, gate, template }) {
  await desk.getByLabel('学校名称').fill(school);
  await desk.accessible('assistant, school');
  await desk.getByRole('button', { name: '建立学校' }).click();
  await desk.getByLabel('坐标系').selectOption('wgs84');
  await desk.getByLabel('经度').fill(String(gate.lon));
  await desk.getByLabel('纬度').fill(String(gate.lat));
  await desk.getByLabel('纬度').press('Tab');
  await desk.accessible('assistant, place');
  await desk.getByRole('button', { name: '就是这里' }).click();
  await desk.locator(`input[name=template][value=${template}]`).check();
  await desk.reads('.preview', '家长志愿者');
  await desk.accessible('assistant, template');
  await desk.getByRole('button', { name: '按这个模板设置' }).click();
  await desk.reads('.times', '上学');
  await desk.accessible('assistant, times');
  await desk.getByRole('button', { name: '保存时间' }).click();
}

/** An invite for parents who need no approval; answers its link. */
async function makeInvite(desk, { origin }) {
  await desk.getByLabel('加入不用审批').check();
  await desk.accessible('assistant, invites');
  await desk.getByRole('listitem').filter({ hasText: '家长志愿者' }).getByRole('button', { name: '建立邀请' }).click();
  const dialog = desk.locator('dialog');
  const link = await dialog.locator('.link').innerText();
  if (!link.startsWith(`${origin}/join/`)) throw new Error(`the invite's link is ${link}`);
  const picture = await dialog.locator('img').screenshot();
  same('the invite', await readQr(picture), [link]);
  await desk.accessible('an invite to share');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await desk.getByRole('button', { name: '下一步' }).click();
  return link;
}

/** The sign as it is printed and as a picture: both hold one address, which is answered. */
async function printSign(desk, { origin, school }) {
  const preview = desk.locator('iframe[title=预览]');
  await preview.contentFrame().locator('body').filter({ hasText: school }).waitFor();
  await desk.accessible('assistant, print');
  await desk.getByRole('button', { name: '已经打印，完成' }).click();
  await desk.waitForURL('**/overview');
  await desk.accessible('set-up, overview');

  await desk.locator('#nav').getByRole('link', { name: '二维码牌' }).click();
  await desk.locator('.side').getByRole('button', { name: '校门' }).click();
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: '二维码图片 PNG' }).click()]);
  const texts = await readQr(await readFile(await download.path()));
  if (texts.length !== 1 || !texts[0].startsWith(`${origin}/c/`)) throw new Error(`sign.png reads ${JSON.stringify(texts)}`);
  // As it is printed, without anything that lies over the preview.
  const [sheet] = await Promise.all([desk.context().waitForEvent('page'), desk.getByRole('button', { name: '在新标签页打开' }).click()]);
  await sheet.emulateMedia({ media: 'print' });
  await sheet.locator('svg').first().waitFor();
  same('the printed page', await readQr(await sheet.screenshot({ fullPage: true })), texts);
  same('on paper', await printed(sheet), ['1 page of 210 × 297 mm', '188 mm of code, its quiet zone with it']);
  await sheet.close();
  await desk.accessible('signs');
  return texts[0];
}

/** What the printer makes of it: how many pages of which size, and how wide the code is on them. */
async function printed(sheet) {
  const pdf = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1');
  const mm = (length, inch) => Math.round((length / inch) * 25.4);
  const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => `${mm(width, 72)} × ${mm(height, 72)} mm`);
  const code = await sheet.locator('.qr svg').first().evaluate((one) => one.getBoundingClientRect().width);
  return [`${pages.length} page of ${[...new Set(pages)].join()}`, `${mm(code, 96)} mm of code, its quiet zone with it`];
}

async function join(phone, link) {
  await phone.visit(new URL(link).pathname);
  await phone.reads('.head', '邀请您加入');
  await phone.reads('.head', '身份：家长志愿者');
  await phone.accessible('joining');
  await phone.locator('input[name=name]').fill('周敏');
  await phone.locator('input[name=phone]').fill('139 1234 5678');
  await phone.locator('input[name=password]').fill('green bicycle 7');
  await phone.locator('#c-location').check();
  await phone.getByRole('button', { name: '加入' }).click();
  await phone.reads('[role=alert]', '要同意参加须知才能加入。');
  await phone.locator('#c-terms').check();
  await phone.getByRole('button', { name: '加入' }).click();
  await phone.reads('.stop', '现在就可以打卡。');
  await phone.accessible('joined');
}

function same(what, found, wanted) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what} reads ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}
