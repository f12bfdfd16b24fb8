// "I am here", without any code: the position leads to the post, if it is near one; away from all, nothing is claimed.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside });
  await phone.visit('/m/here');
  await phone.reads('main', '不用扫码');
  await phone.locator('button.main').filter({ hasText: '到岗打卡' }).click();
  await phone.reads('main', '可信');
  await phone.reads('main', given.post);
  await phone.accessible('here, by the position alone');
  await phone.fits('here, by the position alone');

  await phone.moves(given.far);
  await phone.visit('/m/here');
  await phone.locator('button').filter({ hasText: /到岗打卡|我还在/ }).first().click();
  await phone.reads('main', '无效');
  await phone.reads('main', '请扫岗位牌上的二维码');
  await phone.accessible('here, near no post');
}
