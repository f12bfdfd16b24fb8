// The chief sees a walked round as points on the map and on its time line, each with how well it is proven; another round does not move the map away.
export default async function ({ device, given, ask }) {
  const chief = await device({ kind: 'desk', as: given.chief });
  await chief.visit(`/desk/organizations/${given.station}/patrol-routes/new`);
  await chief.getByLabel('名称').fill('城关一线');
  for (const school of given.schools) {
    await chief.getByLabel('选择学校').selectOption({ label: school.name });
    await chief.getByRole('button', { name: '加入: 东门' }).click();
  }
  await chief.getByRole('button', { name: '保存' }).click();
  await chief.reads('main', '城关一线');

  const phone = await device({ kind: 'phone', as: given.officer, position: given.schools[0].at });
  const passes = async (school, word) => {
    await phone.moves(school.at);
    await phone.visit(`/c/${school.code}`);
    await phone.locator('#tap-pass').click();
    await phone.reads('.result .word', word);
  };
  // Half a minute past it: a tap counts from before it was received.
  await ask('pass', { seconds: 30 });
  // Near the second gate the phone does not know its position well.
  await passes(given.schools[0], '已确认');
  await ask('pass', { minutes: 15 });
  await passes(given.schools[1], '可信');
  await ask('pass', { minutes: 30 });
  await passes(given.schools[0], '已确认');

  await chief.visit(`/desk/organizations/${given.station}/patrols`);
  await chief.getByRole('link', { name: '城关一线' }).or(chief.getByRole('button', { name: '城关一线' })).first().click();
  const rounds = chief.locator('article');
  const walked = rounds.filter({ hasText: '已走完' });
  const open = rounds.filter({ hasText: '进行中' });
  await walked.waitFor();
  await open.waitFor();
  // Its points stand on the line from left to right, each with its time and grade.
  const dots = walked.locator('.track b');
  const said = await dots.evaluateAll((all) => all.map((one) => `${one.textContent} ${one.title}`));
  if (said.join() !== '1 06:50 东门 · 已确认,2 07:05 东门 · 可信') throw new Error(`the line shows ${said}`);
  const [left, right] = [await dots.nth(0).boundingBox(), await dots.nth(1).boundingBox()];
  if (left.x + left.width >= right.x) throw new Error('the second point is not to the right of the first');
  const lines = await walked.locator('tbody tr').evaluateAll((all) => all.map((one) => [...one.cells].slice(1).map((cell) => cell.innerText.trim()).join(' ')));
  if (lines.join() !== '已到 06:50 已确认,已到 07:05 可信') throw new Error(`the table says ${lines}`);

  const map = chief.locator('.map-box');
  await walked.getByRole('button').click();
  await map.getByLabel('1. 实验小学 东门 · 已到 · 已确认').waitFor();
  const second = map.getByLabel('2. 第二小学 东门 · 已到 · 可信');
  await second.waitFor();
  await inside(map, second);
  await chief.accessible('a round on the map');
  await chief.fits('a round on the map');
  await open.getByRole('button').click();
  await map.getByLabel('1. 实验小学 东门 · 已到 · 已确认').waitFor();
  const missing = map.getByLabel('2. 第二小学 东门 · 未到');
  await missing.waitFor();
  await inside(map, missing);
  await chief.accessible('another round on the map');
}

/** What stands on the map is in sight. */
async function inside(map, dot) {
  const [frame, at] = [await map.boundingBox(), await dot.boundingBox()];
  const within = at.x >= frame.x && at.y >= frame.y && at.x + at.width <= frame.x + frame.width && at.y + at.height <= frame.y + frame.height;
  if (!within) throw new Error(`the point at ${at.x}, ${at.y} is outside the map ${JSON.stringify(frame)}`);
}
