import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const monthWords = area(
  'month',
  {
    previous: '上个月', next: '下个月', pick: '选择月份', notMonth: '这个月份不对', empty: '这个月没有岗位要求', emptyHint: '请选择其他月份，或在设置中添加护学时段和岗位要求。',
    post: '岗位', total: '合计', rate: '覆盖率', table: '岗位 × 日期', cell: '{post}，{date}：{status}，{covered} / {required} 分', none: '{post}，{date}：没有岗位要求', toCome: '{post}，{date}：还没到', open: '进行中', file: '月历-{month}',
    column: { date: '日期', kind: '日历', post: '岗位', window: '时段', roles: '身份', count: '人数', status: '状态', required: '应覆盖分钟', covered: '已覆盖分钟', reason: '理由', revision: '版本' },
    sum: { rate: '覆盖率', posts: '全程到岗', short: '有缺岗', empty: '无人到岗', excused: '已说明', days: '上学日', ofPosts: '{n} / {of} 岗次' },
    legend: { covered: '全程到岗', short: '有缺岗：填到哪里就覆盖到哪里', empty: '无人到岗', excused: '已说明', off: '无需', unknown: '日历未知' },
    trends: {
      note: '{from} 至 {to}', months: '{n} 个月', span: '时间范围', byTime: '覆盖率与到岗率（按周）', week: '{date} 起的一周', timeRate: '覆盖率', postsRate: '到岗率',
      timeHint: '覆盖率：覆盖的时间占应覆盖时间。到岗率：全程到岗的岗次占应到岗次。放假、已说明和日历未知的不计。',
      byWeekday: '缺岗时间：按星期和时段', weekday: '星期', minutes: '缺岗分钟', asTable: '以表格显示', noData: '这段时间没有可以统计的日子', noDataHint: '请选择更长的时间范围。', chart: '{title}。下面有同样内容的表格。', file: '趋势', window: '时段', noGaps: '这段时间没有缺岗',
      stays: '人次', onTime: '准时到岗率',
    },
  },
  {
    previous: 'Month before', next: 'Month after', pick: 'Choose a month', notMonth: 'That is no month', empty: 'No duties were asked for in this month', emptyHint: 'Choose another month, or add windows and duties in the set-up.',
    post: 'Post', total: 'Total', rate: 'Time covered', table: 'Posts by days', cell: '{post}, {date}: {status}, {covered} of {required} min', none: '{post}, {date}: not asked for', toCome: '{post}, {date}: still to come', open: 'not over yet', file: 'month-{month}',
    column: { date: 'Date', kind: 'Calendar', post: 'Post', window: 'Window', roles: 'Roles', count: 'People', status: 'Status', required: 'Required minutes', covered: 'Covered minutes', reason: 'Reason', revision: 'Revision' },
    sum: { rate: 'Time covered', posts: 'Covered', short: 'Short', empty: 'Empty', excused: 'Excused', days: 'School days', ofPosts: '{n} of {of} posts' },
    legend: { covered: 'Covered', short: 'Short: filled as far as it was covered', empty: 'Empty', excused: 'Excused', off: 'Not required', unknown: 'Calendar unknown' },
    trends: {
      note: '{from} to {to}', months: '{n} month | {n} months', span: 'Span', byTime: 'Time and posts covered, by week', week: 'Week from {date}', timeRate: 'Time covered', postsRate: 'Posts covered',
      timeHint: 'Time covered: of the time required. Posts covered: posts without a gap, of those required. Holidays, excused posts and days that the calendar does not know are left out.',
      byWeekday: 'Time missing, by weekday and window', weekday: 'Weekday', minutes: 'Minutes missing', asTable: 'As a table', noData: 'There is nothing to count in this span', noDataHint: 'Choose a longer span.', chart: '{title}. A table with the same content follows.', file: 'trends', window: 'Window', noGaps: 'No gaps in this span',
      stays: 'Person-stays', onTime: 'In time',
    },
  },
);

export const t = words(monthWords);
