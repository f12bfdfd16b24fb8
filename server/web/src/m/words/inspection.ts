import { area } from '.';

export const say = area(
  'inspection',
  {
    title: '检查', none: '这里没有您负责的检查清单', noneHint: '带班领导、安全负责人和校长做每日检查，责任民警做每月检查。学校和派出所也可以另加清单。',
    due: { day: '今日 {done}/{required}', month: '本月 {done}/{required}', notAsked: '今天不要求', unknown: '日历未知，今天是否要求还不知道', whenever: '按需检查', made: '已查 {done} 次' }, items: '{n} 项', begun: '已答 {n} 项，未提交',
    answers: { yes: '是', no: '否', not_applicable: '不适用' }, note: '有什么问题', noteHint: '写明位置和情况，会作为隐患上报', noteNeeded: '请写明有什么问题', unanswered: '请选择', level: '否：{level}隐患',
    progress: '已答 {done}/{all}', hazards: '{n} 项将上报为隐患', noHazards: '没有隐患', send: '提交检查', kept: '没有发出去。内容已保存在这台手机上，请联网后再点“提交检查”。',
    sent: '检查已提交', sentAt: '{time} 收到', allRight: '没有发现隐患。', became: '已上报 {n} 条隐患', becameHint: '点开可以添加照片。', again: '返回检查', gone: '这份清单已停用或不在这所学校，请返回重选。', levels: { minor: '一般', serious: '较大', major: '重大' },
  },
  {
    title: 'Inspections', none: 'No checklist is yours to go through here', noneHint: 'Duty heads, safety officers and principals make the daily check, officers the monthly one. Schools and stations may add others.',
    due: { day: 'Today {done}/{required}', month: 'This month {done}/{required}', notAsked: 'Not asked for today', unknown: 'Calendar unknown: whether it is asked for today is not known', whenever: 'Whenever needed', made: 'Made {done}' }, items: '{n} item | {n} items', begun: '{n} answered, not sent',
    answers: { yes: 'Yes', no: 'No', not_applicable: 'n/a' }, note: 'What is wrong', noteHint: 'Where, and what: it is reported as a hazard', noteNeeded: 'Say what is wrong', unanswered: 'Please choose', level: 'If no: {level} hazard',
    progress: '{done}/{all} answered', hazards: '{n} hazard to report | {n} hazards to report', noHazards: 'No hazards', send: 'Send', kept: 'It was not sent. It is saved on this phone: send it again once there is a network.',
    sent: 'Inspection sent', sentAt: 'received at {time}', allRight: 'No hazards were found.', became: '{n} hazard reported | {n} hazards reported', becameHint: 'Open one to add photos.', again: 'Back to inspections', gone: 'This checklist was retired, or is not of this school. Go back and choose again.', levels: { minor: 'minor', serious: 'serious', major: 'major' },
  },
);
