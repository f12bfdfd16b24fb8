import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const hazards = area(
  'hazards',
  {
    title: '隐患台账', note: '排查、上报、交办、整改、验收，最后销号。验收前不能销号，整改的人不能自己验收。', view: '查看', open: '未销号', overdue: '逾期', all: '全部',
    everyCategory: '全部类别', everyState: '全部状态', everySchool: '全部学校', none: '没有隐患', noneHint: '在岗人员用手机“上报隐患”后会出现在这里。', number: '编号', what: '情况', category: '类别', level: '级别', where: '位置', school: '学校', reported: '上报', state: '状态', deadline: '期限', who: '责任人', nobody: '未交办', ledger: '清单', ledgers: { problems: '问题清单', duties: '责任清单', fixes: '整改清单' }, found: '发现时间', finder: '发现人', given: '交办', isLate: '是否逾期', yes: '是', no_: '否', fix: '整改情况', fixed: '整改', accepted: '验收', writtenOff: '销号',
    levels: { minor: '一般', serious: '较大', major: '重大' },
    states: { reported: '待交办', assigned: '整改中', rectified: '待验收', accepted: '待销号', written_off: '已销号' }, late: '逾期',
    steps: { assigned: '交办', rectified: '完成整改', accepted: '验收通过', sent_back: '退回重改', written_off: '销号', reopened: '重新打开' }, took: { assigned: '交办', rectified: '整改完成', accepted: '验收通过', sent_back: '退回', written_off: '销号', reopened: '重新打开' },
    by: '{name} {time}', to: '交办给 {name}', until: '期限 {date}', text: '说明', textNeeded: '请写明情况或原因', assignee: '责任人', chooseAssignee: '请选择', history: '经过', noHistory: '还没有人处理。', done: '已记下', major: '重大隐患由教育局验收。',
    position: '上报时手机的位置', at: '{lon}, {lat}（精度 {m} 米）', photoOf: '照片 {n}/{of}，{name} {time}', photoMissing: '照片打不开', photoCount: '{n} 张照片',
    notice: '整改通知书', print: '打印', to_school: '致：{school}', noticeText: '经排查，你单位存在以下安全隐患，请按期整改，并将整改情况报告我单位。', basis: '依据：《中小学幼儿园安全管理办法》及本地校园安全有关规定。', problem: '隐患情况', classed: '{text}（{category}，{level}）', measure: '整改要求', issuer: '签发人', receipt: '签收人', date: '日期', recheck: '复查情况', no: '编号：{number}',
  },
  {
    title: 'Hazards', note: 'Found, reported, assigned, put right, accepted, then written off. Nothing is written off before it is accepted, and nobody accepts their own work.', view: 'View', open: 'Not written off', overdue: 'Overdue', all: 'All',
    everyCategory: 'All categories', everyState: 'All states', everySchool: 'All schools', none: 'No hazards', noneHint: 'They appear here once people on duty report them on the phone.', number: 'Number', what: 'What', category: 'Category', level: 'Level', where: 'Where', school: 'School', reported: 'Reported', state: 'State', deadline: 'Deadline', who: 'Responsible', nobody: 'not assigned', ledger: 'Ledger', ledgers: { problems: 'Problems', duties: 'Responsibility', fixes: 'Put right' }, found: 'Found', finder: 'Found by', given: 'Assigned', isLate: 'Overdue', yes: 'yes', no_: 'no', fix: 'What was done', fixed: 'Put right', accepted: 'Accepted', writtenOff: 'Written off',
    levels: { minor: 'Minor', serious: 'Serious', major: 'Major' },
    states: { reported: 'To be assigned', assigned: 'Being put right', rectified: 'To be accepted', accepted: 'To be written off', written_off: 'Written off' }, late: 'overdue',
    steps: { assigned: 'Assign', rectified: 'Put right', accepted: 'Accept', sent_back: 'Send back', written_off: 'Write off', reopened: 'Reopen' }, took: { assigned: 'Assigned', rectified: 'Put right', accepted: 'Accepted', sent_back: 'Sent back', written_off: 'Written off', reopened: 'Reopened' },
    by: '{name} at {time}', to: 'to {name}', until: 'by {date}', text: 'In words', textNeeded: 'Say what was done, or why', assignee: 'Whose', chooseAssignee: 'Choose', history: 'History', noHistory: 'Nobody has seen to it yet.', done: 'Noted', major: 'What is major is accepted by the bureau.',
    position: 'Where the phone was', at: '{lon}, {lat} (within {m} m)', photoOf: 'Photo {n}/{of}, {name} {time}', photoMissing: 'Cannot be opened', photoCount: 'photos: {n}',
    notice: 'Notice of rectification', print: 'Print', to_school: 'To: {school}', noticeText: 'The following hazard was found at your school. Put it right in time, and report what was done.', basis: 'Basis: the rules on the safety of schools and kindergartens, and local rules.', problem: 'Hazard', classed: '{text} ({category}, {level})', measure: 'What is asked', issuer: 'Issued by', receipt: 'Received by', date: 'Date', recheck: 'Re-inspection', no: 'No. {number}',
  },
);

export const t = words(hazards);
