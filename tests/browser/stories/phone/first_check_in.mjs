// A guard scans the sign with a phone that was never signed in, signs in, taps once, and is confirmed.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', position: given.inside });
  await phone.visit(`/c/${given.code}`);
  await phone.reads('body', given.post);
  await phone.reads('body', given.school);
  await phone.accessible('before signing in');

  await phone.locator('input[name=phone]').fill(given.phone);
  await phone.locator('input[name=password]').fill(given.password);
  await phone.locator('.sign-in button[type=submit]').first().click();
  await phone.reads('#verb', '到岗打卡');
  await phone.reads('body', given.name);
  await phone.accessible('ready to check in');

  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已确认');
  await phone.accessible('checked in');
}
