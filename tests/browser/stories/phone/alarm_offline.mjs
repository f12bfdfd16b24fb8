// Somebody calls for help on the page of a sign, without a network and where the phone app was never opened: it is kept, says that nobody
// was told, and goes out as soon as there is a network.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside, bears: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });
  await phone.visit(`/c/${given.code}`);
  await phone.reads('#verb', '到岗打卡');
  await phone.context().setOffline(true);
  await phone.locator('#help').press('Enter');
  await phone.reads('.foot .panel', '遇到危险，请拨打 110');
  await phone.getByRole('button', { name: '通知学校和派出所' }).click();
  await phone.reads('.foot .panel', '求助还没有发出');
  await phone.accessible('a call for help that waits, on the page of a sign');
  await phone.fits('a call for help that waits, on the page of a sign');
  if ((await phone.getByRole('button', { name: '通知学校和派出所' }).count()) > 0) throw new Error('it can be pressed twice');
  await phone.context().setOffline(false);
  await phone.waitForURL(/\/m\/alarm\/c\//);
  await phone.reads('article', '已发出，还没有人回应');
  await phone.reads('article', given.post);
}
