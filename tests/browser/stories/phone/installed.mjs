// The phone app can be installed, and opens without a network: its pages are on the phone, and what they know is from before.
export default async function ({ device, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, bears: [/ERR_INTERNET_DISCONNECTED/] });
  await phone.visit('/m/');
  await phone.reads('#app', given.school);
  const tools = await phone.context().newCDPSession(phone);
  const { errors, url } = await tools.send('Page.getAppManifest');
  if (errors.length > 0 || !url.endsWith('/m/manifest.webmanifest')) throw new Error(`the manifest ${url}: ${JSON.stringify(errors)}`);
  const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
  // A profile of a test counts as a private window, in which nothing is installed; that is the browser's, not the page's.
  const own = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  if (own.length > 0) throw new Error(`it cannot be installed: ${JSON.stringify(own)}`);
  await phone.installed();

  await phone.context().setOffline(true);
  await phone.reload();
  await phone.reads('#app', given.school);
  await phone.accessible('today, offline');
  await phone.fits('today, offline');
  // A page that was not opened before is on the phone as well.
  await phone.goto('/m/scan');
  await phone.getByLabel('牌上的短码').or(phone.locator('input')).first().waitFor();
  await phone.context().setOffline(false);
}
