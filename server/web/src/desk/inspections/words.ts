import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const inspections = area(
  'inspections',
  {
    title: '检查', note: '带班领导每天至少检查两次，责任民警每月至少到校检查两次。答“否”的项目自动上报为隐患。', schoolsNote: '各校本月检查了几次，缺得多的在前。按天要求的，当天过后才计入。', view: '查看', records: '检查记录', lists: '检查清单', schools: '各校情况',
    due: { day: '今日 {done}/{required}', month: '本月 {done}/{required}', notAsked: '今天不要求', unknown: '日历未知', whenever: '按需检查', made: '已查 {done} 次' }, dueTitle: '今天和本月', asKnown: '数据截至 {time}',
    none: '还没有检查记录', noneHint: '带班领导、责任民警在手机“检查”里逐项填写后，会出现在这里。', all: '全部', at: '时间', who: '检查人', list: '清单', no: '否', allRight: '全部正常', found: '{n} 项隐患', results: '发现的问题',
    answers: { yes: '是', no: '否', not_applicable: '不适用' }, by: '{name} {time}', toHazards: '到隐患台账', hazard: '隐患 {number}',
    inspector: { duty_head: '带班领导', officer: '责任民警', anyone: '任何在岗人员' }, inspectorHint: { duty_head: '带班领导、安全负责人、校长', officer: '民警、交警、所长', anyone: '在这所学校有身份或职务的人' }, often: { day: '每天 {n} 次', month: '每月 {n} 次', whenever: '按需' }, items: '{n} 项', itemsOf: '检查项', builtIn: '内置', own: '本单位', from: '来自 {name}', retired: '{date}停用', added: '{date}起',
    add: '新增清单', addNote: '对本单位和下级学校生效。清单不能修改：停用旧的，另加一份新的，以前的检查仍对应当时的内容。', name: '名称', nameHint: '例如：食堂周检', noName: '请填写名称', forWhom: '由谁检查', per: '周期', perWord: { day: '每天（仅上学日）', month: '每月' }, times: '次数', timesHint: '0 表示按需', badTimes: '0 到 50 次', item: '检查项 {n}', itemHint: '写成“应当怎样”，例如：食堂留样完整', noItem: '请填写检查项', category: '类别', level: '答“否”时的级别', addItem: '加一项', removeItem: '去掉检查项 {n}', save: '新增', saved: '已新增“{name}”',
    retire: '停用', retireTitle: '停用“{name}”吗？', retireText: '今后不再要求，也不能再按它检查。以前的检查记录和内容都保留。', retiredNow: '“{name}”已停用', noOwn: '还没有自己的清单',
    month: '月份', school: '学校', officer: '民警检查', last: '最近一次', heads: '带班领导检查', anyone: '其他检查', of: '{done}/{required}', nothing: '未要求', missing: '缺 {n} 次', enough: '已够', noSchools: '还没有学校', hint: '“已检查/要求”，同一天或同一月多查的不抵别的日子。',
    levels: { minor: '一般', serious: '较大', major: '重大' },
  },
  {
    title: 'Inspections', note: 'The duty head inspects at least twice a day, the responsible officer at least twice a month. What is answered “no” is reported as a hazard.', schoolsNote: 'How often each school was inspected, those that lack most first. What is asked for by the day counts once the day is over.', view: 'View', records: 'Records', lists: 'Checklists', schools: 'Schools',
    due: { day: 'Today {done}/{required}', month: 'This month {done}/{required}', notAsked: 'Not asked for today', unknown: 'Calendar unknown', whenever: 'Whenever needed', made: 'Made {done}' }, dueTitle: 'Today and this month', asKnown: 'as known at {time}',
    none: 'No inspections yet', noneHint: 'They appear here once duty heads and officers go through a checklist on the phone.', all: 'All', at: 'When', who: 'Who', list: 'Checklist', no: 'No', allRight: 'nothing wrong', found: '{n} hazard | {n} hazards', results: 'What was wrong',
    answers: { yes: 'Yes', no: 'No', not_applicable: 'Not applicable' }, by: '{name} at {time}', toHazards: 'To the ledger of hazards', hazard: 'Hazard {number}',
    inspector: { duty_head: 'Duty heads', officer: 'Officers', anyone: 'Anyone on duty' }, inspectorHint: { duty_head: 'duty heads, safety officers, principals', officer: 'police, traffic police, station chiefs', anyone: 'whoever holds a role or office at the school' }, often: { day: '{n} a day', month: '{n} a month', whenever: 'whenever needed' }, items: '{n} item | {n} items', itemsOf: 'Items', builtIn: 'built in', own: 'our own', from: 'from {name}', retired: 'retired on {date}', added: 'since {date}',
    add: 'New checklist', addNote: 'It holds here and in all schools below. It cannot be edited: retire it and add another, so that past inspections keep what was answered.', name: 'Name', nameHint: 'Such as: canteen, weekly', noName: 'Enter a name', forWhom: 'Who inspects', per: 'Period', perWord: { day: 'Each day with school', month: 'Each month' }, times: 'Times', timesHint: '0 for whenever needed', badTimes: '0 to 50', item: 'Item {n}', itemHint: 'What should be so, such as: the canteen keeps its samples', noItem: 'Enter what is looked at', category: 'Category', level: 'Level if “no”', addItem: 'Add an item', removeItem: 'Remove item {n}', save: 'Add', saved: '“{name}” was added',
    retire: 'Retire', retireTitle: 'Retire “{name}”?', retireText: 'It is not asked for any more, and nobody can inspect by it. Past inspections stay on record with what they answered.', retiredNow: '“{name}” was retired', noOwn: 'No checklists of our own yet',
    month: 'Month', school: 'School', officer: 'By officers', last: 'Last one', heads: 'By duty heads', anyone: 'By others', of: '{done}/{required}', nothing: 'not asked for', missing: '{n} missing', enough: 'complete', noSchools: 'No schools yet', hint: 'Made of those that are asked for; more on one day or in one month makes up for no other.',
    levels: { minor: 'Minor', serious: 'Serious', major: 'Major' },
  },
);

export const t = words(inspections);
