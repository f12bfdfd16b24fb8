// What the servers do by themselves: when it was done last, and how it went.
export default async function ({ device, given, ask }) {
  const admin = await device({ kind: 'desk', as: given.admin });
  await admin.visit(`/desk/organizations/${given.root}`);
  await admin.getByRole('link', { name: '后台工作' }).click();
  const job = (name) => admin.locator('.job').filter({ has: admin.getByText(name, { exact: true }) });
  for (const name of ['预警', '发送消息', '结算到岗数据', '位置到期处理']) await job(name).waitFor();
  for (const name of ['预警', '发送消息']) await job(name).filter({ hasText: '正常' }).filter({ hasText: /上次\s*11月23日 周一 06:50/ }).waitFor();
  await admin.accessible('jobs');
  await admin.fits('jobs');
  // It follows by itself.
  await ask('pass', { minutes: 5 });
  await job('预警').filter({ hasText: /上次\s*11月23日 周一 06:55/ }).waitFor();

  const small = await device({ kind: 'phone', as: given.admin, locale: 'en-US' });
  await small.visit(new URL(admin.url()).pathname);
  await small.reads('.job', 'Sending messages');
  await small.accessible('jobs, small');
  await small.fits('jobs, small');
}
