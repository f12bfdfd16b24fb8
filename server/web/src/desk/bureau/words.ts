/** The bureau's and the station's pages. */
import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const bureau = area(
  'bureau',
  {
    schools: '学校', compare: '比较', report: '半月报表', stations: '派出所', imports: '导入学校', tree: '机构', audit: '审计日志',
    range: { label: '时间', today: '今天', week: '近 7 天', month: '本月', last_month: '上月', term: '本学期', year: '近一年', custom: '自选', from: '从', to: '到', span: '{from} 至 {to}', noTerm: '没有登记学期，显示近 180 天' },
    figure: {
      setUp: '护学岗设置率', setUpHint: '有岗位要求的上学日 ÷ 上学日', posts: '到岗率', postsHint: '全程到岗的岗位 ÷ 应到岗位', time: '覆盖率', timeHint: '到岗分钟 ÷ 应到分钟', punctual: '准时率', punctualHint: '按时到位的名额 ÷ 名额', stays: '人次', staysHint: '不同的人 × 打卡点 × 时段',
      gapMinutes: '缺岗分钟', empty: '无人岗位', short: '有缺岗', covered: '全程到岗', required: '应到岗位', excused: '已说明', unknown: '日历未知', schools: '学校数', days: '校日', of: '{part} / {whole}', asKnown: '数据截至 {time}', live: '{n} 个校日未定稿，手机还可能补传', minutesUnit: '分',
    },
    list: {
      title: '学校', note: '缺岗多的排在前面。点开一所学校，看当天每一分钟的依据。', station: '派出所', type: '类型', name: '学校', empty: '还没有学校', emptyHint: '添加第一所学校，或从表格导入。', add: '添加学校', import: '导入表格', table: '表格', map: '地图', view: '显示方式', notSetUp: '未设置', noPlace: '{n} 所学校没有位置，不在地图上', noPlaces: '没有学校位置可画', worst: '缺岗多者在前', legend: '图例', all: '全部', onlyGaps: '只看有缺岗的', state: '状态', file: '学校到岗',
      marks: { gap: '有缺岗', covered: '全程到岗', none: '无要求或未开始', unset: '未设置护学岗' }, noSchoolDay: '无上学日', gone: '今天没有应到岗位',
    },
    now: {
      column: '现在', short: '{n} 个岗缺岗，缺 {m} 人', since: '自 {time} 起', waiting: '{n} / {of} 个岗待到岗', covered: '{n} 个岗全部到岗', done: '今天的时段已结束', no_school: '今天不上学', nothing_planned: '没有岗位要求', unknown: '日历未知',
      window: '{kind} {from}–{to}', marks: { open: '正在缺岗', waiting: '待到岗', covered: '全部到岗', none: '现在无要求', unknown: '日历未知' }, some: '{n} 所学校正在缺岗，共缺 {m} 人',
    },
    compared: { title: '比较', note: '比较岗位和学校，不比较个人。率的分母见说明。', by: '按', school: '学校', station: '派出所', bureau: '主管部门', day: '日期', month: '月份', term: '学期', what: '指标', csv: '下载 CSV', table: '数据', chart: '走势', rate: '%', none: '这段时间没有上学日', roles: '分身份', rolesHint: '按岗位要求的身份列出；某个名额由谁填上并不唯一，所以不按到岗人的身份分。', bars: '{name}，从低到高' },
    reported: {
      title: '半月报表', note: '每月 15 日报本月 1 日至 14 日，1 日报上月 15 日至月末。系统记录的数字自动填好，其余留空手填。', period: '报表期', title2: '护学岗工作统计表', by: '填报单位：{name}', span: '统计期：{span}', on: '填报日期：{date}', name: '学校', no: '序号', setUp: '护学岗设置率', required: '应到岗位', covered: '到岗', rate: '到岗率', stays: '出动人次', minutes: '到岗分钟', vehicles: '出动车辆', hazards: '发现隐患', notices: '下发整改通知', whole: '合计', remarks: '备注', manual: '以下几栏本系统没有记录，请手填', print: '打印', csv: '下载 CSV', stay: '按身份的人次', preparer: '填报人', reviewer: '审核人', schoolsChecked: '检查学校', provisional: '其中 {n} 个校日还没有定稿，数字可能变动',
    },
    stationed: { title: '派出所与学校', note: '派出所能看到划给它的学校。', add: '添加派出所', none: '还没有派出所', noneHint: '先添加派出所，再把学校划给它。', schools: '{n} 所学校', assign: '划入学校', assigned: '“{school}”已划给“{station}”', remove: '移出', removeTitle: '把“{school}”移出“{station}”吗？', removeText: '这个派出所的人不再能看到这所学校。', removed: '已移出', pick: '选择学校', unassigned: '没有划给任何派出所的学校（{n}）', all: '每所学校都有派出所', search: '按名称查找', name: '派出所名称', dutyStats: '派出所' },
    imported: {
      title: '导入学校', note: '一张 CSV 表，先核对，再导入。有一行不对，就一所也不导入。', file: '选择 CSV 文件', paste: '或粘贴表格内容', columns: '第一行是列名：名称、经度、纬度，可以有编码。从 Excel 另存为“CSV UTF-8”。', datum: '这张表的坐标系', datumHint: '没有默认值：选错会偏 40 到 1400 米。高德、腾讯地图选 GCJ-02，百度地图选 BD-09，GPS、天地图选 WGS-84。', datumNeeded: '请先选坐标系', check: '核对', apply: '导入 {n} 所新学校', applied: '已导入 {n} 所学校', summary: '新增 {new} 所，已有 {there} 所，有问题 {problems} 行', line: '行', name: '名称', place: '位置（WGS-84）', state: '结果', states: { new: '新增', there: '已有', problem: '有问题' }, fix: '请改好表格里有问题的行，再核对一次。', nothing: '没有新学校', empty: '请选择文件或粘贴内容', template: '下载空表', onlyProblems: '只看有问题的', next: '逐所设置', map: '位置核对', tooBig: '文件太大（最多 5 MB）', confirm: '导入 {n} 所新学校吗？', confirmText: '会在“{name}”下添加这些学校。',
    },
    organized: {
      title: '机构', note: '教育局、派出所、学校组成一棵树。上级能看到下级，看不到旁支。', add: '添加', column: { name: '名称', kind: '种类', type: '学校类型', code: '编号', above: '上级' }, addTitle: '添加机构', kind: '种类', name: '名称', parent: '上级', code: '编号（可不填）', type: '学校类型', rename: '修改', move: '移动', moveTitle: '移动“{name}”', moveText: '连同下级一起移到新的上级。权限马上按新位置算；派出所的划分不变；已定稿的数字不变，以后按新上级的日历和学期。', moved: '“{name}”已移动', archive: '停用', archiveTitle: '停用“{name}”吗？', archiveText: '它不再出现在列表里，也不再给任何人权限。证据和数字都保留。还有下级的机构不能停用。', archived: '“{name}”已停用', saved: '已保存', made: '“{name}”已添加', other: '其他', search: '按名称或编号查找', open: '打开', label: '机构树', noBureau: '没有别的教育局可选',
    },
    audited: {
      title: '审计日志', note: '谁在什么时候做了什么、结果如何。保存至少六个月，不能修改。', at: '时间', actor: '人', action: '操作', subject: '对象', outcome: '结果', address: '网络地址', details: '内容', from: '从', to: '到', outcomes: { done: '完成', denied: '拒绝', failed: '失败' }, allOutcomes: '全部结果', allActions: '全部操作', export: '导出 CSV', exported: '已导出，这次导出也记入日志', system: '系统', onlyActor: '只看此人', clearActor: '不限人：{name}', empty: '没有符合的记录', request: '请求编号', session: '会话', more: '详情', none: '无',
      groups: {
        session: '登录与会话', person: '姓名', account: '账号', password: '密码', consent: '同意', membership: '人员', invite: '邀请', organization: '机构', station: '派出所', school: '学校设置', school_rules: '学校规则', checkpoint: '打卡点', sign: '二维码牌', screen: '动态码屏幕', window: '护学时段', duty: '岗位要求', patrol_route: '巡逻线路', patrol: '巡逻', alert: '预警', alert_rule: '预警通知', alarm: '一键求助', hazard: '隐患', hazard_rules: '隐患类别和天数', inspection: '检查', checklist: '检查清单', channel: '预警通道', message: '消息', shift: '班次', check_in: '打卡', correction: '补卡', coverage: '到岗统计', calendar: '日历通知', calendar_day: '日历', day_change: '临时调整', term: '学期', day: '当日导出', phone: '手机号', key: '密钥', audit: '审计日志', set_up: '首次设置', admin: '管理员', consents: '同意',
      },
      verbs: {
        open: '登录', refresh: '续期', end: '结束', change: '修改', reset: '重置', rename: '改名', answer: '答复', terms: '条款', approve: '通过', decline: '不通过', edit: '修改', give_office: '任命', join: '加入', leave: '退出', create: '建立', revoke: '停用', archive: '停用', move: '移动', assign_school: '划入学校', unassign_school: '移出学校', import: '导入', template: '套用模板', set: '设置', reissue: '作废重制', add: '添加', accept: '接受', cancel: '取消', plan: '安排', stand_in: '顶班', co_sign: '联签', review: '复核', void: '作废', ask: '申请', decide: '决定', put: '规定', delete: '删除', record: '记录', withdraw: '收回', export: '导出', view: '查看号码', retire: '停用', rotate: '更换', prune: '清理', finish: '完成', print: '打印', place: '定位', order_duties: '岗位排序', acknowledge: '处理', raise: '发出', report: '上报', photo: '加照片', step: '推进', test: '测试', again: '重发',
      },
    },
  },
  {
    schools: 'Schools', compare: 'Compare', report: 'Half-month table', stations: 'Stations', imports: 'Import schools', tree: 'Organizations', audit: 'Audit log',
    range: { label: 'Time', today: 'Today', week: '7 days', month: 'This month', last_month: 'Last month', term: 'This term', year: 'One year', custom: 'Other', from: 'From', to: 'To', span: '{from} to {to}', noTerm: 'No term is entered: 180 days are shown' },
    figure: {
      setUp: 'Set up', setUpHint: 'School days with a duty ÷ school days', posts: 'Posts covered', postsHint: 'Posts without a gap ÷ posts required', time: 'Time covered', timeHint: 'Covered minutes ÷ required minutes', punctual: 'On time', punctualHint: 'Slots filled in time ÷ slots', stays: 'Person-stays', staysHint: 'People × checkpoints × windows',
      gapMinutes: 'Gap minutes', empty: 'Empty posts', short: 'Short', covered: 'Covered', required: 'Posts required', excused: 'Excused', unknown: 'Calendar unknown', schools: 'Schools', days: 'School-days', of: '{part} / {whole}', asKnown: 'as known at {time}', live: '{n} school-day is not final: phones may still upload | {n} school-days are not final: phones may still upload', minutesUnit: 'min',
    },
    list: {
      title: 'Schools', note: 'The worst gaps come first. Open a school for the evidence of its day, minute by minute.', station: 'Station', type: 'Kind', name: 'School', empty: 'There is no school yet', emptyHint: 'Add the first school, or import a table.', add: 'Add a school', import: 'Import a table', table: 'Table', map: 'Map', view: 'View', notSetUp: 'not set up', noPlace: '{n} school has no place and is not on the map | {n} schools have no place and are not on the map', noPlaces: 'No school has a place to draw', worst: 'worst gaps first', legend: 'Legend', all: 'All', onlyGaps: 'With gaps only', state: 'State', file: 'schools',
      marks: { gap: 'With gaps', covered: 'Covered', none: 'Nothing required, or not yet', unset: 'Not set up' }, noSchoolDay: 'no school day', gone: 'No posts are required today',
    },
    now: {
      column: 'Now', short: '{n} post short, {m} missing | {n} posts short, {m} missing', since: 'since {time}', waiting: '{n} of {of} posts awaited', covered: '{n} post staffed | all {n} posts staffed', done: 'Today’s windows are over', no_school: 'No school today', nothing_planned: 'No post is asked for', unknown: 'Calendar unknown',
      window: '{kind} {from}–{to}', marks: { open: 'Short now', waiting: 'Awaited', covered: 'Staffed', none: 'Nothing asked now', unknown: 'Calendar unknown' }, some: '{n} school is short now, {m} missing | {n} schools are short now, {m} missing',
    },
    compared: { title: 'Compare', note: 'Posts and schools are compared, people are not.', by: 'By', school: 'School', station: 'Station', bureau: 'Bureau', day: 'Day', month: 'Month', term: 'Term', what: 'Figure', csv: 'Download CSV', table: 'Figures', chart: 'Over time', rate: '%', none: 'No school day in this time', roles: 'By role', rolesHint: 'By the roles that duties list: who filled a slot is not unique, so slots are not split by the person’s role.', bars: '{name}, lowest first' },
    reported: {
      title: 'Half-month table', note: 'On the 15th for the 1st to the 14th, on the 1st for the 15th to the end of last month. What the system knows is filled in; the rest is left for writing.', period: 'Period', title2: 'Guard posts: table of the period', by: 'Reported by: {name}', span: 'Period: {span}', on: 'Date: {date}', name: 'School', no: 'No.', setUp: 'Set up', required: 'Posts required', covered: 'Covered', rate: 'Rate', stays: 'Person-stays', minutes: 'Covered minutes', vehicles: 'Vehicles', hazards: 'Hazards found', notices: 'Notices issued', whole: 'Total', remarks: 'Remarks', manual: 'The system does not record these columns: please fill them in', print: 'Print', csv: 'Download CSV', stay: 'Person-stays by role', preparer: 'Prepared by', reviewer: 'Checked by', schoolsChecked: 'Schools checked', provisional: '{n} school-day is not final yet: figures may change | {n} school-days are not final yet: figures may change',
    },
    stationed: { title: 'Stations and their schools', note: 'A station sees the schools assigned to it.', add: 'Add a station', none: 'There is no station yet', noneHint: 'Add a station, then assign schools to it.', schools: '{n} school | {n} schools', assign: 'Assign schools', assigned: '“{school}” was assigned to “{station}”', remove: 'Take away', removeTitle: 'Take “{school}” from “{station}”?', removeText: 'The station’s people no longer see the school.', removed: 'Taken away', pick: 'Choose a school', unassigned: 'Schools without a station ({n})', all: 'Every school has a station', search: 'Find by name', name: 'Name of the station', dutyStats: 'Station' },
    imported: {
      title: 'Import schools', note: 'One CSV table: checked first, imported then. While one row is wrong, none is imported.', file: 'Choose a CSV file', paste: 'Or paste the table', columns: 'The first line names the columns: name, lon, lat, and external_code if there is one. From Excel save as “CSV UTF-8”.', datum: 'Datum of this table', datumHint: 'Nothing is assumed: a wrong one is off by 40 to 1400 m. Amap and Tencent: GCJ-02. Baidu: BD-09. GPS and Tianditu: WGS-84.', datumNeeded: 'Choose the datum first', check: 'Check', apply: 'Import {n} new school | Import {n} new schools', applied: '{n} school was imported | {n} schools were imported', summary: '{new} new, {there} there already, {problems} with a problem', line: 'Line', name: 'Name', place: 'Place (WGS-84)', state: 'Result', states: { new: 'New', there: 'There already', problem: 'Problem' }, fix: 'Mend the rows with problems in the table, then check again.', nothing: 'Nothing new', empty: 'Choose a file or paste a table', template: 'Empty table', onlyProblems: 'Problems only', next: 'Set them up', map: 'Where they are', tooBig: 'The file is too large (5 MB at most)', confirm: 'Import {n} new school? | Import {n} new schools?', confirmText: 'They are added under “{name}”.',
    },
    organized: {
      title: 'Organizations', note: 'Bureaus, stations and schools are one tree. Who is above sees what is below, and nothing beside.', add: 'Add', column: { name: 'Name', kind: 'Kind', type: 'Kind of school', code: 'Number', above: 'Above' }, addTitle: 'Add an organization', kind: 'Kind', name: 'Name', parent: 'Above', code: 'Number (optional)', type: 'Kind of school', rename: 'Edit', move: 'Move', moveTitle: 'Move “{name}”', moveText: 'It moves with all that is below it. Rights follow at once; stations keep their schools; final figures stand, later ones follow the new bureau’s calendar and terms.', moved: '“{name}” was moved', archive: 'Put away', archiveTitle: 'Put “{name}” away?', archiveText: 'It leaves the lists and gives nobody rights any more. Evidence and figures stay. One with others below it cannot be put away.', archived: '“{name}” was put away', saved: 'Saved', made: '“{name}” was added', other: 'Other', search: 'Find by name or number', open: 'Open', label: 'The tree of organizations', noBureau: 'There is no other bureau',
    },
    audited: {
      title: 'Audit log', note: 'Who did what, when, and how it ended. Kept for at least six months; nobody can change it.', at: 'Time', actor: 'Who', action: 'Action', subject: 'Record', outcome: 'Outcome', address: 'Address', details: 'Details', from: 'From', to: 'To', outcomes: { done: 'Done', denied: 'Denied', failed: 'Failed' }, allOutcomes: 'Every outcome', allActions: 'Every action', export: 'Export CSV', exported: 'Exported; that was written into the log too', system: 'System', onlyActor: 'Only this person', clearActor: 'Anybody, not only {name}', empty: 'Nothing matches', request: 'Request', session: 'Session', more: 'Details', none: 'none',
      groups: {
        session: 'Session', person: 'Name', account: 'Account', password: 'Password', consent: 'Consent', membership: 'Member', invite: 'Invite', organization: 'Organization', station: 'Station', school: 'School', school_rules: 'Rules of the school', checkpoint: 'Checkpoint', sign: 'Sign', screen: 'Screen', window: 'Window', duty: 'Duty', patrol_route: 'Patrol route', patrol: 'Patrol round', alert: 'Alert', alert_rule: 'Alert steps', alarm: 'Alarm', hazard: 'Hazard', hazard_rules: 'Categories of hazards', inspection: 'Inspection', checklist: 'Checklist', channel: 'Alert channel', message: 'Message', shift: 'Shift', check_in: 'Check-in', correction: 'Correction', coverage: 'Coverage', calendar: 'Notice', calendar_day: 'Calendar', day_change: 'One-off change', term: 'Term', day: 'Day', phone: 'Phone number', key: 'Key', audit: 'Audit log', set_up: 'First start', admin: 'Administrator', consents: 'Consents',
      },
      verbs: {
        open: 'signed in', refresh: 'refreshed', end: 'ended', change: 'changed', reset: 'reset', rename: 'renamed', answer: 'answered', terms: 'terms', approve: 'approved', decline: 'declined', edit: 'edited', give_office: 'given an office', join: 'joined', leave: 'left', create: 'created', revoke: 'revoked', archive: 'put away', move: 'moved', assign_school: 'given a school', unassign_school: 'school taken', import: 'imported', template: 'set up from a template', set: 'set', reissue: 'reissued', add: 'added', accept: 'accepted', cancel: 'cancelled', plan: 'planned', stand_in: 'handed over', co_sign: 'co-signed', review: 'reviewed', void: 'voided', ask: 'asked for', decide: 'decided', put: 'decided', delete: 'deleted', record: 'recorded', withdraw: 'withdrawn', export: 'exported', view: 'looked at', retire: 'retired', rotate: 'rotated', prune: 'pruned', finish: 'finished', print: 'printed', place: 'placed', order_duties: 'duties put in order', acknowledge: 'acknowledged', raise: 'raised', report: 'reported', photo: 'added a photo', step: 'went on', test: 'tested', again: 'sent again',
      },
    },
  },
);

export const t = words(bureau);
/** The subjects and verbs of the audit log that have a word. */
export const AUDIT_GROUPS = Object.keys(bureau.zh.audited.groups) as (keyof typeof bureau.zh.audited.groups)[];
export const AUDIT_VERBS = Object.keys(bureau.zh.audited.verbs) as (keyof typeof bureau.zh.audited.verbs)[];
