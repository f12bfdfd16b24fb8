import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const patrols = area(
  'patrols',
  {
    title: '巡逻', note: '按线路和学校看巡逻次数。次数由打卡推算，任何人都可以用导出的文件重新计算。', add: '新建线路', by: '按', routes: '线路', schools: '学校', schoolDays2: '学校 × 日期', date: '日期', setUp: '线路设置',
    planned: '计划', done: '完成', late: '其中超时段', partial: '未走完', missed: '缺巡', open: '进行中', outside: '时段外', overlapping: '重叠', police: '见警察', policeMinutes: '见警察分钟', policeHint: '护学时段内有民警或交警在岗的时间',
    of: '{part} / {whole}', some: '{n} 次巡逻没有完成', fine: '计划的巡逻都已完成', nothing: '这段时间没有要求巡逻', asKnown: '数据截至 {time}',
    none: '还没有巡逻线路', noneHint: '线路由各校的打卡点组成。民警到点后用“巡逻打卡”，系统自动推算走了几次。', noSchools: '本所还没有负责的学校', route: '线路', school: '学校', file: '巡逻',
    points: '{n} 个点', rounds: { day: '每天 {n} 次', month: '每月 {n} 次' }, months: '按月', ofMonth: '{month}：完成 {done} / {planned}', monthMissed: '，缺 {n}', ordered: '按顺序走', free: '顺序不限', allDay: '全天', schoolDays: '仅上学日', from: '{date}起', until: '到 {date} 前',
    edit: '修改', end: '终止线路', endTitle: '终止“{name}”吗？', endText: '从今天起不再要求。以前的巡逻记录都保留。', ended: '“{name}”已终止', saved: '已保存，{date}起生效',
    day: {
      title: '巡逻', export: '导出依据', exported: '已导出，这次导出记入审计日志', noRoute: '这一天没有这条线路', noRouteHint: '请选择线路生效后的日期。', none: '这一天没有人巡逻', noneHint: '到点后在手机上用“巡逻打卡”，这里会自动出现。',
      map: '线路地图', list: '巡逻记录', how: { completed: '已走完', timed_out: '超过时限', given_up: '中途结束', open: '进行中' }, reason: '原因：{text}', counts: '计入', not: '不计入', span: '{from}–{to}', since: '{from} 起',
      state: { missing: '未到', early: '过早', rushed: '过快', too_short: '停留不足', done: '已到' }, outOfOrder: '未按顺序', duplicated: '重复打卡 {n} 次', stay: '{from}–{to}', point: '巡逻点', at: '时间', grade: '等级', result: '结果', progress: '{done} / {whole} 点',
    },
    form: {
      new: '新建巡逻线路', edit: '修改巡逻线路', name: '名称', nameHint: '例如：城关一线', noName: '请填写名称', points: '巡逻点', pointsHint: '从负责的学校选打卡点。', pick: '选择学校', addPoint: '加入', noPoints: '请至少选一个巡逻点', up: '上移', down: '下移', remove: '移出',
      notBefore: '不早于', dwell: '停留（分钟）', tolerance: '容差（分钟）', toleranceHint: '停留与容差按分钟。容差：早到或停留不足多少仍算数。', roles: '由哪些身份巡逻', noRoles: '请至少选一种身份', grade: '证据最低等级', gradeHint: '低于此等级的巡逻打卡不算到点', speed: '最快速度（米/秒）', speedHint: '两点之间比这更快，记为“过快”。步行约 1.5，骑车约 5，开车约 20。', badSpeed: '0.5 到 60 米/秒', ordered: '必须按顺序走', rounds: '次数', per: '每', perWord: { day: '天', month: '月' }, badRounds: '0 到 50 次', minutes: '一次最长（分钟）', badMinutes: '1 到 720 分钟', norm: '依据', noNorm: '自定', windows: '时段（不填为全天）', addWindow: '添加时段', badWindow: '结束应晚于开始，且互不重叠',
      schoolDays: '只在上学日要求', persons: '由谁巡逻（不选为本所全部民警、辅警、交警）', from: '从哪天起', pastDate: '请选择今天或以后的日期', none: '这所学校还没有打卡点', back: '返回', starts: '开始', ends: '结束',
    },
  },
  {
    title: 'Patrols', note: 'Rounds by route and by school. They follow from check-ins; anybody can recompute them from the exported file.', add: 'New route', by: 'By', routes: 'Routes', schools: 'Schools', schoolDays2: 'Schools by days', date: 'Date', setUp: 'Set-up',
    planned: 'Planned', done: 'Done', late: 'of them late', partial: 'Partial', missed: 'Missed', open: 'Under way', outside: 'Outside', overlapping: 'Overlapping', police: 'Police seen', policeMinutes: 'Police seen, min', policeHint: 'Time within the windows with police on post',
    of: '{part} / {whole}', some: '{n} round was not walked | {n} rounds were not walked', fine: 'Every planned round was walked', nothing: 'No rounds were asked for in this time', asKnown: 'as known at {time}',
    none: 'There is no patrol route yet', noneHint: 'A route is made of checkpoints of schools. Officers check in with “Patrol pass”; rounds follow by themselves.', noSchools: 'This station has no schools yet', route: 'Route', school: 'School', file: 'patrols',
    points: '{n} point | {n} points', rounds: { day: '{n} a day', month: '{n} a month' }, months: 'By the month', ofMonth: '{month}: {done} of {planned}', monthMissed: ', {n} missed', ordered: 'in order', free: 'in any order', allDay: 'all day', schoolDays: 'school days only', from: 'from {date}', until: 'until {date}',
    edit: 'Edit', end: 'End the route', endTitle: 'End “{name}”?', endText: 'It is not asked for from today on. Rounds that were walked stay on record.', ended: '“{name}” was ended', saved: 'Saved; it holds from {date}',
    day: {
      title: 'Patrol', export: 'Export the evidence', exported: 'Exported; the audit log says so', noRoute: 'The route did not hold on that day', noRouteHint: 'Choose a date on which it did.', none: 'Nobody walked on that day', noneHint: 'Officers check in at the points with “Patrol pass”; rounds appear here by themselves.',
      map: 'Map of the route', list: 'Rounds', how: { completed: 'Completed', timed_out: 'Timed out', given_up: 'Ended early', open: 'Under way' }, reason: 'Reason: {text}', counts: 'counts', not: 'does not count', span: '{from}–{to}', since: 'since {from}',
      state: { missing: 'Missing', early: 'Too early', rushed: 'Too fast', too_short: 'Too short', done: 'Done' }, outOfOrder: 'out of order', duplicated: '{n} repeated pass | {n} repeated passes', stay: '{from}–{to}', point: 'Point', at: 'Time', grade: 'Grade', result: 'Result', progress: '{done} of {whole} points',
    },
    form: {
      new: 'New patrol route', edit: 'Edit the patrol route', name: 'Name', nameHint: 'Such as: Town, line 1', noName: 'Enter a name', points: 'Points', pointsHint: 'Choose checkpoints of the station’s schools.', pick: 'School', addPoint: 'Add', noPoints: 'Choose at least one point', up: 'Up', down: 'Down', remove: 'Remove',
      notBefore: 'Not before', dwell: 'Stay, minutes', tolerance: 'Tolerance, minutes', toleranceHint: 'Tolerance: how much too early a pass, or too short a stay, still counts.', roles: 'Roles that walk', noRoles: 'Choose at least one role', grade: 'Least grade', gradeHint: 'A pass with weaker evidence proves no point', speed: 'Greatest speed, metres a second', speedHint: 'Faster between two points is marked “too fast”. Walking is about 1.5, cycling 5, driving 20.', badSpeed: '0.5 to 60 metres a second', ordered: 'To be walked in order', rounds: 'Rounds', per: 'Each', perWord: { day: 'day', month: 'month' }, badRounds: '0 to 50', minutes: 'Longest round, minutes', badMinutes: '1 to 720 minutes', norm: 'Norm', noNorm: 'our own', windows: 'Windows (none: all day)', addWindow: 'Add a window', badWindow: 'Each must end after its start, and none overlap',
      schoolDays: 'On school days only', persons: 'Who walks (nobody chosen: all officers of the station)', from: 'From which day on', pastDate: 'Choose today or a later day', none: 'This school has no checkpoints yet', back: 'Back', starts: 'Start', ends: 'End',
    },
  },
);

export const t = words(patrols);
