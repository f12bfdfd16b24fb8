import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const peopleWords = area(
  'people',
  {
    title: '{date}的人员', date: '日期', plan: '安排班次', empty: '这一天没有安排班次', emptyHint: '没有班次的人到岗照常计入。安排班次后，系统会请本人接受。', file: '班次-{date}',
    column: { person: '人员', role: '身份', duty: '岗位', window: '时段', state: '班次', came: '打卡', act: '操作' },
    came: '{time} 已打卡', notCome: '还没有打卡', early: '未到时间', standIn: '代替 {name}', noEvidence: '–',
    sum: { planned: '{n} 个班次', accepted: '{n} 个已接受', notCome: '{n} 人还没有打卡', declined: '{n} 个不参加' },
    filter: { all: '全部', standing: '待到与已到', notCome: '还没有打卡', declined: '不参加与取消' },
    cancel: '取消班次', cancelTitle: '取消 {name} 的班次', cancelText: '{date} {duty}。本人会看到班次已取消。取消后可以重新安排。', cancelled: '已取消班次',
    form: {
      title: '安排班次', intro: '本人会收到邀请，可以接受或不参加，不需要说明理由。', duty: '岗位', person: '人员', personHint: '按姓名选择有相应身份的人', nobody: '本校还没有具备这些身份的人员。请先邀请。', from: '从', to: '到', weekdays: '星期', go: '安排 {n} 天', none: '没有可安排的日期', done: '已安排 {n} 个班次', role: '身份',
      day: '一 二 三 四 五 六 日',
    },
  },
  {
    title: 'People on {date}', date: 'Date', plan: 'Plan shifts', empty: 'No shifts are planned for this day', emptyHint: 'Whoever comes without a shift counts all the same. Who is planned is asked to accept.', file: 'shifts-{date}',
    column: { person: 'Person', role: 'Role', duty: 'Post', window: 'Window', state: 'Shift', came: 'Check-in', act: 'Actions' },
    came: 'checked in {time}', notCome: 'no check-in yet', early: 'not due yet', standIn: 'for {name}', noEvidence: '–',
    sum: { planned: '{n} shift | {n} shifts', accepted: '{n} accepted', notCome: '{n} without a check-in yet', declined: '{n} declined' },
    filter: { all: 'All', standing: 'Expected or here', notCome: 'No check-in yet', declined: 'Declined or taken back' },
    cancel: 'Take back', cancelTitle: 'Take the shift of {name} back', cancelText: '{date}, {duty}. They will see that it was taken back. It can be planned again.', cancelled: 'The shift is taken back',
    form: {
      title: 'Plan shifts', intro: 'They are asked, and may accept or decline without a reason.', duty: 'Post', person: 'Person', personHint: 'Choose by name among those with a fitting role', nobody: 'Nobody here has one of these roles yet. Invite people first.', from: 'From', to: 'To', weekdays: 'Weekdays', go: 'Plan {n} day | Plan {n} days', none: 'No dates to plan', done: '{n} shift planned | {n} shifts planned', role: 'Role',
      day: 'Mon Tue Wed Thu Fri Sat Sun',
    },
  },
);

export const t = words(peopleWords);
