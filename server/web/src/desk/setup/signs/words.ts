import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const signs = area(
  'signs',
  {
    title: '二维码牌', note: '打印后挂在打卡点旁，离地约 1.5 米，防雨不反光。二维码边长不小于 15 厘米。', whole: '全校', wholeNote: '全校 {n} 块牌，一次打印', layout: '版式', page: '一页一块', fourUp: '一页四块', lang: '牌上文字',
    zh: '中文', en: 'English', print: '打印', newTab: '在新标签页打开', png: '二维码图片 PNG', svg: '牌面 SVG', list: '打卡点', column: { serial: '第几块', issued: '制作日期', printed: '打印日期', revoked: '作废日期', reason: '作废原因' }, preview: '预览', serial: '第 {n} 块', shortCode: '短码', issued: '{date} 制', printed: '{date} 打印过', notPrinted: '还没打印', reissue: '作废并重制', reissueTitle: '作废“{name}”现在的牌吗？',
    reissueText: '挂着的牌立即失效：扫它的人会看到“这张牌已更换”，打卡不算数。请随后打印新牌并换上。打卡点和以前的记录不受影响。', reasons: { lost: '牌子丢失', damaged: '牌子损坏', copied: '二维码被拍照转发' }, reissued: '已重制，请打印新牌并换上', history: '历次的牌', revoked: '{date} 作废：{reason}', current: '使用中',
    empty: '还没有打卡点', emptyHint: '添加打卡点后，会自动制好第一块牌。', loading: '正在生成 {n} 块牌', paper: 'A4，按实际大小打印，不要“适合页面”。', actions: '更多', current2: '现在的牌',
  },
  {
    title: 'Signs', note: 'Print it and hang it beside the post, about 1.5 m above the ground, rain-proof and matt. The QR is at least 15 cm wide.', whole: 'Whole school', wholeNote: 'The school’s {n} sign in one print | All {n} signs of the school in one print', layout: 'Layout', page: 'One a page', fourUp: 'Four a page', lang: 'Language of the sign',
    zh: '中文', en: 'English', print: 'Print', newTab: 'Open in a new tab', png: 'QR as PNG', svg: 'Sign as SVG', list: 'Checkpoints', column: { serial: 'Sign', issued: 'Made', printed: 'Printed', revoked: 'Revoked', reason: 'Why' }, preview: 'Preview', serial: 'sign {n}', shortCode: 'Short code', issued: 'made {date}', printed: 'printed {date}', notPrinted: 'Not printed yet', reissue: 'Revoke and reissue', reissueTitle: 'Revoke the sign of “{name}”?',
    reissueText: 'The sign that hangs there stops working at once: whoever scans it reads “this sign was replaced”, and the check-in does not count. Print the new one and change them. The checkpoint and past records are not touched.', reasons: { lost: 'The sign was lost', damaged: 'The sign is damaged', copied: 'Photos of the QR were passed on' }, reissued: 'Reissued: print the new sign and hang it up', history: 'All signs', revoked: 'revoked {date}: {reason}', current: 'in use',
    empty: 'There is no checkpoint yet', emptyHint: 'With each checkpoint comes its first sign.', loading: 'Drawing {n} sign | Drawing {n} signs', paper: 'A4 at actual size, not “fit to page”.', actions: 'More', current2: 'The sign now',
  },
);

export const t = words(signs);
