// The home page leads to a post, to the phone app and to the desk, in both languages, light and dark.
export default async function ({ device }) {
  const phone = await device({ kind: 'phone' });
  await phone.visit('/');
  await phone.reads('h1', '护学岗');
  await phone.accessible('home, Chinese');
  await phone.locator('a[href="/m"]').click();
  await phone.locator('input').first().waitFor();
  if (!new URL(phone.url()).pathname.startsWith('/m')) throw new Error(`the phone app is at ${phone.url()}`);

  const desk = await device({ kind: 'desk', locale: 'en-US', colorScheme: 'dark', bears: [/status of 404/] });
  await desk.visit('/');
  await desk.reads('label', 'Check in');
  await desk.accessible('home, English, dark');
  await desk.locator('#code').fill('1000-000p');
  await desk.locator('#code').press('Enter');
  await desk.waitForURL('**/c/1000000p');

  await desk.visit('/');
  await desk.locator('a[href="/desk"]').click();
  await desk.locator('input').first().waitFor();
  if (!new URL(desk.url()).pathname.startsWith('/desk')) throw new Error(`the desk is at ${desk.url()}`);

  // The description of the API, shown by a client that is not ours, within its policy.
  await desk.visit('/docs/');
  await desk.locator('.opblock').first().waitFor();
}
