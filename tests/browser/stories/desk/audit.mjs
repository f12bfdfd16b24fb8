// The audit log speaks of people and posts by their names and of what changed in words, in both languages; ids and codes are there for
// whoever opens the technical details.
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}/;
const KEY = /\b[a-z]+_[a-z_]+\b|\b[a-z]+\.[a-z]+\b/;

export default async function ({ device, given }) {
  for (const [locale, asked, details, subject] of [
    ['zh-CN', '补卡 · 申请', `人员：${given.parent}；打卡点：东门；理由：手机没电`, `补卡 ${given.parent}`],
    ['en-US', 'Correction · asked for', `Person: ${given.parent}; Checkpoint: 东门; Reason: 手机没电`, `Correction ${given.parent}`],
  ]) {
    const desk = await device({ kind: 'desk', as: given.principal, locale });
    await desk.visit(`/desk/schools/${given.school}/audit`);
    const row = desk.locator('tbody tr').filter({ hasText: asked });
    await row.filter({ hasText: subject }).waitFor();
    const told = await row.locator('.details').innerText();
    const parts = (text) => text.split(/[；;]\s*/).sort().join('\n');
    if (parts(told) !== parts(details)) throw new Error(`the line tells ${told}`);
    const all = await desk.locator('tbody').innerText();
    if (UUID.test(all) || KEY.test(all)) throw new Error(`not in words: ${UUID.exec(all)?.[0] ?? KEY.exec(all)?.[0]}`);
    await desk.accessible(`the log in ${locale}`);
    await row.locator('.open').click();
    const drawer = desk.locator('dialog');
    await drawer.locator('dd').filter({ hasText: '东门' }).waitFor();
    const shown = await drawer.locator('.facts').innerText();
    if (UUID.test(shown) || KEY.test(shown.replace(/[\d.]+/g, ''))) throw new Error(`not in words: ${shown}`);
    await drawer.locator('summary').click();
    await drawer.locator('.technical p').filter({ hasText: 'correction.ask' }).waitFor();
    await desk.accessible(`a line in ${locale}`);
  }
}
