/** The names of the principal's pages; each page has its own catalogue beside it. */
import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const principalWords = area(
  'principal',
  { board: '今天的岗位', day: '单日证据', month: '月历', trends: '趋势', review: '核查', evidence: '打卡记录', corrections: '补卡', people: '今天的人员', setUp: '初始化' },
  { board: 'Posts today', day: 'One day', month: 'Month', trends: 'Trends', review: 'Review', evidence: 'Check-ins', corrections: 'Corrections', people: 'People today', setUp: 'Set-up' },
);

export const t = words(principalWords);
