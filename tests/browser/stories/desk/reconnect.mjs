// The principal's network is away for a while: the board says so and since when, and afterwards shows what happened meanwhile.
export default async function ({ device, ask, given }) {
  const desk = await device({ kind: 'desk', as: given.principal, bears: [/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_INCOMPLETE|Failed to load resource/] });
  await desk.visit(`/desk/schools/${given.school}/board`);
  const guard = desk.locator('.post').filter({ hasText: '保安 1 人' });
  await guard.filter({ hasText: '缺' }).waitFor();
  await desk.reads('.live', '实时');

  await ask('cut');
  await desk.reads('.live', '连接中断');
  await desk.reads('main', '下面是');
  await desk.accessible('the board without a network');
  await ask('arrive');

  await ask('mend');
  await desk.reads('.live', '实时');
  await guard.filter({ hasText: '到岗' }).waitFor();
}
