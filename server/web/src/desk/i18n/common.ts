/** The words of DESIGN section 1 and what every page says, in both languages. */
import { words } from '.';
import { area } from './area';

export const common = area(
  'common',
  {
    product: '护学岗',
    kind: { bureau: '教育局', station: '派出所', school: '学校' },
    role: {
      police: '民警', auxiliary: '辅警', traffic_police: '交警', guard: '保安', school_leader: '带班领导',
      teacher: '教师', parent: '家长志愿者', volunteer: '社会志愿者', grid_worker: '网格员',
    },
    office: {
      principal: '校长', safety_officer: '安全负责人', station_chief: '派出所所长', bureau_officer: '教育局工作人员', admin: '管理员',
    },
    grade: { confirmed: '已确认', likely: '可信', claimed: '自报', contradicted: '存疑', rejected: '无效' },
    window: { drop_off: '上学', pick_up: '放学' },
    check_in: { arrive: '到岗', still_here: '还在岗', leave: '离岗', pass: '巡逻经过' },
    day: {
      school_day: '上学日', make_up_day: '调休上学日', holiday: '放假', weekend: '周末', cancelled: '停课', unknown: '日历未知',
    },
    status: {
      covered: '全程到岗', short: '有缺岗', empty: '无人到岗', excused: '已说明', not_required: '无需', unknown: '日历未知',
    },
    mark: {
      confirmed: '已确认', likely: '可信', claimed: '自报', contradicted: '存疑', rejected: '无效',
      gap: '缺岗', planned: '待到岗', not_required: '无需', unknown: '日历未知', excused: '已说明',
    },
    shift: { planned: '待接受', accepted: '已接受', declined: '不参加', handed_over: '已转交', cancelled: '已取消' },
    state: { live: '进行中', final: '已定' },
    retry: '重试', cancel: '取消', close: '关闭', save: '保存', undo: '撤销', reload: '刷新', back: '返回', more: '继续加载',
    search: '搜索', all: '全部', none: '无', reason: '理由', export: '导出表格', exporting: '正在导出，已取 {n} 条',
    loading: '正在加载', underway: '已用 {time}', saved: '已保存', required: '请填写', listSeparator: '、',
    empty: '这里还没有内容', emptySearch: '没有符合条件的内容', emptyRead: '已读的 {n} 条里没有，还有没读的', readingRest: '正在读其余的，已读 {n} 条', stale: '没能更新，下面是之前的内容', clearFilters: '清除条件', rows: '{n} 条', rowsMore: '已显示 {n} 条',
    sortBy: '按“{name}”排序', yes: '是', no: '否',
    reasonHint: '会随记录保存，可供查看', reasonNeeded: '请写明理由', tooLong: '最多 {n} 个字',
    problem: {
      network: '没有连上服务器', networkHint: '请检查网络后重试。', failed: '没能完成', request: '请求编号 {id}',
      forbidden: '您没有查看这里的权限', forbiddenHint: '请找有权限的人，或换一个账号登录。',
      unexpected: '页面出了问题', unexpectedHint: '请刷新页面。若仍不行，请联系管理员。',
    },
  },
  {
    product: 'Guard posts',
    kind: { bureau: 'Education bureau', station: 'Police station', school: 'School' },
    role: {
      police: 'Police officer', auxiliary: 'Auxiliary officer', traffic_police: 'Traffic police', guard: 'Guard', school_leader: 'School leader',
      teacher: 'Teacher', parent: 'Parent volunteer', volunteer: 'Community volunteer', grid_worker: 'Grid worker',
    },
    office: {
      principal: 'Principal', safety_officer: 'Safety officer', station_chief: 'Station chief', bureau_officer: 'Bureau officer', admin: 'Administrator',
    },
    grade: { confirmed: 'Confirmed', likely: 'Likely', claimed: 'Claimed', contradicted: 'Contradicted', rejected: 'Rejected' },
    window: { drop_off: 'Drop-off', pick_up: 'Pick-up' },
    check_in: { arrive: 'Arrived', still_here: 'Still here', leave: 'Left', pass: 'Patrol pass' },
    day: {
      school_day: 'School day', make_up_day: 'Make-up school day', holiday: 'Holiday', weekend: 'Weekend', cancelled: 'Called off', unknown: 'Calendar unknown',
    },
    status: {
      covered: 'Covered', short: 'Short', empty: 'Empty', excused: 'Excused', not_required: 'Not required', unknown: 'Calendar unknown',
    },
    mark: {
      confirmed: 'Confirmed', likely: 'Likely', claimed: 'Claimed', contradicted: 'Contradicted', rejected: 'Rejected',
      gap: 'Gap', planned: 'Planned', not_required: 'Not required', unknown: 'Calendar unknown', excused: 'Excused',
    },
    shift: { planned: 'Asked', accepted: 'Accepted', declined: 'Declined', handed_over: 'Handed over', cancelled: 'Taken back' },
    state: { live: 'Live', final: 'Final' },
    retry: 'Try again', cancel: 'Cancel', close: 'Close', save: 'Save', undo: 'Undo', reload: 'Reload', back: 'Back', more: 'Load more',
    search: 'Search', all: 'All', none: 'None', reason: 'Reason', export: 'Export table', exporting: 'Exporting, {n} row so far | Exporting, {n} rows so far',
    loading: 'Loading', underway: '{time} so far', saved: 'Saved', required: 'Please fill this in', listSeparator: ', ',
    empty: 'Nothing here yet', emptySearch: 'Nothing matches', emptyRead: 'Nothing among the {n} row read; there are more | Nothing among the {n} rows read; there are more', readingRest: 'Reading the rest: {n} row | Reading the rest: {n} rows', stale: 'Could not be updated; this is what was there before', clearFilters: 'Clear filters', rows: '{n} row | {n} rows', rowsMore: '{n} row shown | {n} rows shown',
    sortBy: 'Sort by “{name}”', yes: 'Yes', no: 'No',
    reasonHint: 'Kept with the record, for others to read', reasonNeeded: 'Please say why', tooLong: 'At most {n} characters',
    problem: {
      network: 'The server could not be reached', networkHint: 'Check the network and try again.', failed: 'That did not work', request: 'Request {id}',
      forbidden: 'You do not have the right to see this', forbiddenHint: 'Ask somebody who has, or sign in with another account.',
      unexpected: 'Something on this page failed', unexpectedHint: 'Reload the page. If that does not help, tell your administrator.',
    },
  },
);

/** The words of the house. */
export const say = words(common);
