import { area } from '.';

export const say = area(
  'alerts',
  {
    title: '预警', none: '没有收到过预警', noneHint: '岗位到点没人或缺岗时，会先通知当班带班领导和安全负责人。', acknowledge: '我来处理', by: '{name} 正在处理', resolved: '已恢复', over: '已结束', open: '待处理', done: '已记下，不再上报',
    kind: { nobody_on_time: '未按时到岗', nobody_at_start: '开始时无人在岗', gap: '缺岗', early_departure: '提前离岗', ended_short: '时段内曾缺岗', unplanned_duty: '明天未排班', shift_unconfirmed: '明天班次未确认', revoked_sign: '有人扫旧牌', round_overdue: '巡逻逾期', calendar_missing: '放假安排未导入', alarm: '一键求助', no_check_out: '未离岗打卡', hazard_assigned: '隐患交办', hazard_due: '隐患今天到期', hazard_overdue: '隐患逾期' },
    alarm: '查看求助', hazard: '查看隐患', assigned: '待整改', fine: '我平安', areYou: '您还好吗？到现在还没有您的离岗打卡。', saidFine: '已报平安',
  },
  {
    title: 'Alerts', none: 'You were told of no alert', noneHint: 'When nobody is on post, or a post is short, the duty leader and the safety officer are told first.', acknowledge: 'I see to it', by: '{name} sees to it', resolved: 'resolved', over: 'over', open: 'open', done: 'Noted; nobody further is told',
    kind: { nobody_on_time: 'Nobody on time', nobody_at_start: 'Nobody at the start', gap: 'Gap', early_departure: 'Left early', ended_short: 'Ended with a gap', unplanned_duty: 'Tomorrow unplanned', shift_unconfirmed: 'Tomorrow unconfirmed', revoked_sign: 'Replaced sign scanned', round_overdue: 'Rounds overdue', calendar_missing: 'Holiday notice missing', alarm: 'Alarm', no_check_out: 'Not checked out', hazard_assigned: 'Hazard assigned', hazard_due: 'Hazard due today', hazard_overdue: 'Hazard overdue' },
    alarm: 'Look at the alarm', hazard: 'Look at the hazard', assigned: 'to be put right', fine: 'I am fine', areYou: 'Are you all right? You have not checked out yet.', saidFine: 'said to be fine',
  },
);
