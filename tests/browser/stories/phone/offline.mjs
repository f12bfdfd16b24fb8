// Without a network: the tap is saved on the phone, a reload shows it, and with the network it goes out by itself, once.
export default async function ({ device, ask, given }) {
  const phone = await device({ kind: 'phone', as: given.parent, position: given.inside, bears: [/ERR_INTERNET_DISCONNECTED/, /codes\/ABCDEFG/] });
  await phone.visit(`/c/${given.code}`);
  await phone.reads('#verb', '到岗打卡');
  await phone.evaluate(isKept);

  await phone.context().setOffline(true);
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已在本机保存');
  await phone.reads('.result .next', '没有网络。联网后自动发送，不用守着。');
  await phone.reads('.result .steps', '已存本机');
  await phone.accessible('saved, offline');
  if ((await phone.locator('.result .steps .done').count()) !== 1) throw new Error('more than "saved on this phone" is lit without a network');

  await phone.reload();
  // The page knows that what it shows of the post is from before: the worker said so, not the server.
  await phone.locator('#facts[data-cached]').waitFor({ state: 'attached' });
  await phone.reads('h1', given.post);
  await phone.reads('.result .word', '已在本机保存');
  await phone.reads('.list', '1 条还没发送');
  const before = await ask('held');
  if (before !== 0) throw new Error(`the server holds ${before} check-ins of somebody without a network`);

  await phone.context().setOffline(false);
  await phone.reads('.result .word', '已确认');
  await phone.reads('.result .steps li.done', '已收到');
  await phone.locator('#list').click();
  await phone.reads('.list .state', '已采信 · 已确认');
  await phone.accessible('sent');
  // Without a network again, the page still knows how it was here.
  await phone.reads('.stay', '今天已在岗');
  await phone.context().setOffline(true);
  await phone.reload();
  await phone.locator('#facts[data-cached]').waitFor({ state: 'attached' });
  await phone.reads('.stay', '今天已在岗');
  await phone.context().setOffline(false);
  await phone.reload();
  await phone.reads('.result .word', '已确认');
  const after = await ask('held');
  if (after !== 1) throw new Error(`the server holds ${after} check-ins of one tap`);

  // A sign that this phone never saw: a second tap in the same place ends no stay, and what the server says of it is told there.
  await phone.context().setOffline(true);
  await phone.goto('/c/ABCDEFG');
  await phone.locator('#verb').click();
  await phone.reads('.result .word', '已在本机保存');
  const verb = await phone.locator('#verb').getAttribute('data-verb');
  if (verb !== 'still_here') throw new Error(`the button offers ${verb} after a tap at a post that nothing is known of`);
  await phone.locator('#tap-leave').click();
  await phone.reads('.act h2', '现在离岗吗？');
  await phone.locator('#stay').click();
  await phone.context().setOffline(false);
  await phone.reads('h1', '认不出这个码');
  await phone.reads('.list li', '无效');
  await phone.accessible('refused, below the page that stops');
  await phone.fits('refused, below the page that stops');
}

/** The worker runs and has kept this page. */
async function isKept() {
  await navigator.serviceWorker.ready;
  while ((await caches.match(location.pathname)) === undefined) await new Promise(requestAnimationFrame);
}
