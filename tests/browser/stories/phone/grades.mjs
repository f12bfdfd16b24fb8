// What each position comes to: the word, the mark, the reason and the next step of every grade that a position can lead to.
const RESULTS = [
  {
    where: 'inside', grade: 'confirmed', word: '已确认', next: '已到岗。请在 07:55 前点一次“我还在”', reason: '位置在岗位范围内。',
  },
  {
    where: 'near', grade: 'likely', word: '可信', next: '已到岗。', reason: '位置在岗位附近，误差较大，无法确定在范围内。',
  },
  {
    where: 'refused', grade: 'claimed', word: '自报', next: '没能核实位置。请打开定位再打一次卡，或请带班领导联签。', reason: '没有收到位置，没能核实位置。',
    also: '手机没有允许定位，这次未附位置。要附上，请在系统设置和浏览器（微信）里允许定位。',
  },
  {
    where: 'outside', grade: 'contradicted', word: '存疑', next: '定位显示在别处。如果您就在岗位上，请到开阔处重新定位，再打一次卡。', reason: '定位显示在岗位范围以外。',
    also: '位置在岗位以外',
  },
];

export default async function ({ device, ask, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside });
  const shapes = new Set();
  for (const [number, { where, grade, word, next, reason, also }] of RESULTS.entries()) {
    // Between two taps of one post some minutes go by.
    if (number > 0) await ask('pass', { minutes: 2 });
    await phone.moves(given[where]);
    await phone.visit(`/c/${given.code}`);
    await phone.reads('h1', given.post);
    await phone.reads('#verb', number === 0 ? '到岗打卡' : '我还在');
    await phone.locator('#verb').click();
    await phone.reads('.result .word', word);
    await phone.reads('.result .steps li:last-child.done', word);
    await phone.reads('.result .next', next);
    await phone.reads('.result .reasons', '扫了岗位的二维码牌。');
    await phone.reads('.result .reasons', reason);
    if (also !== undefined) await phone.reads('.result', also);
    shapes.add(await markOf(phone, grade));
    await phone.accessible(`result ${grade}`);
  }
  if (shapes.size !== RESULTS.length) throw new Error('two grades have one shape: they differ by colour alone');
}

/** The shape of the large mark, which must be in the colour of the grade. */
async function markOf(phone, grade) {
  const { shape, colour } = await phone.locator('.result .sign svg').evaluate((svg) => ({ shape: svg.innerHTML, colour: svg.style.color }));
  if (colour !== `var(--${grade})`) throw new Error(`the mark of ${grade} is drawn in ${colour}`);
  return shape;
}
