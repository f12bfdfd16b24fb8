/** The names of the set-up pages. */
import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const setup = area(
  'setup',
  { overview: '设置总览', checkpoints: '打卡点', rules: '时段与岗位', calendar: '日历', people: '人员与邀请', signs: '二维码牌', assistant: '设置助手' },
  { overview: 'Set-up', checkpoints: 'Checkpoints', rules: 'Windows and duties', calendar: 'Calendar', people: 'People and invites', signs: 'Signs', assistant: 'Set-up assistant' },
);

export const t = words(setup);
