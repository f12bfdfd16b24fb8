// A post is empty. The board names somebody who has a shift today and is nowhere yet, and those of a post that has one too many; the
// principal calls the first, whose scan at the gate then counts.
export default async function ({ device, ask, given }) {
  const desk = await device({ kind: 'desk', as: given.principal });
  await desk.visit(`/desk/schools/${given.school}/board`);
  const row = desk.locator('.post').filter({ hasText: '东门' }).filter({ hasText: '家长志愿者 2 人' });
  await row.filter({ hasText: '无人，缺 2 人' }).waitFor();
  await row.filter({ hasText: `${given.free} 家长志愿者 今天有班次，未在岗` }).waitFor();
  await row.filter({ hasText: '在西门，那里多一人' }).waitFor();
  await desk.accessible('who could go');

  await row.locator('.name').click();
  const drawer = desk.locator('dialog');
  const could = (name) => drawer.locator('section').filter({ hasText: '谁可以去' }).locator('li').filter({ hasText: name });
  for (const spare of given.spare) await could(spare).filter({ hasText: '在西门，那里多一人' }).waitFor();
  await could(given.free).getByRole('button', { name: `打电话: ${given.free}` }).click();
  const call = could(given.free).getByRole('link');
  await call.waitFor();
  const number = await call.getAttribute('href');
  if (number !== `tel:${given.phone}`) throw new Error(`the number is ${number}`);
  await desk.reads('dialog', '查看号码会留下记录');
  await desk.accessible('somebody who could go, with the number');
  await drawer.getByRole('button', { name: '关闭' }).click();

  await ask('arrive', { who: 'free' });
  await row.filter({ hasText: '缺岗 1 人' }).waitFor();
  await ask('arrive', { who: 'spare' });
  await row.filter({ hasText: '到岗' }).waitFor();
  if (await row.filter({ hasText: '谁可以去' }).isVisible()) throw new Error('a post that is staffed asks for people');
}
