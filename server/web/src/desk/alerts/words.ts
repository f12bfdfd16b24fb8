import { saidFine, type Alert } from '@/shared/inbox';
import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';
import { say } from '@/desk/i18n/common';

const alerts = area(
  'alerts',
  {
    inbox: '我收到的预警', inboxNote: '发给我的预警，最新的在前。', inboxNone: '没有收到过预警', inboxNoneHint: '轮到通知您时会出现在这里，页面上方同时显示数字。', fresh: '新', fine: '我平安', areYou: '您还好吗？到现在还没有您的离岗打卡。',
    title: '预警', note: '到点没人、缺岗、提前离岗、明天没排班：先通知学校，没人处理再逐级上报。', view: '查看', now: '当前', earlier: '近期', steps: '通知谁', channels: '通道', messages: '已发消息',
    quiet: '现在没有预警', quietHint: '有岗位缺人时会出现在这里，并通知相关人员。', none: '还没有过预警', noneHint: '发生过的预警都会留在这里。',
    hazard: '查看隐患',
    kind: { nobody_on_time: '未按时到岗', nobody_at_start: '开始时无人在岗', gap: '缺岗', early_departure: '提前离岗', ended_short: '时段内曾缺岗', unplanned_duty: '明天未排班', shift_unconfirmed: '明天班次未确认', revoked_sign: '有人扫旧牌', round_overdue: '巡逻逾期', calendar_missing: '放假安排未导入', alarm: '一键求助', no_check_out: '未离岗打卡', hazard_assigned: '隐患交办', hazard_due: '隐患今天到期', hazard_overdue: '隐患逾期' },
    school: '单位', post: '岗位或线路', what: '情况', missing: '缺 {n} 人', missingShifts: '{n} 个', missingRounds: '缺 {n} 轮', since: '从', state: '处理', raised: '发现时间',
    acknowledge: '我来处理', acknowledged: '{name} {time} 开始处理', isFine: '{name} {time} 报了平安', nextStep: '{time} 通知下一级', waits: '等待处理', resolved: '{time} 恢复', over: '{time} 结束', done: '已记下，不再上报',
    record: '通知记录', noRecord: '没有通知任何人：相应人员或通道未设置。', occasion: { raised: '发现', escalated: '上报', resolved: '恢复', digest: '汇总', test: '测试' },
    sent: { pending: '待发送', sent: '已送达', dead: '发送失败' }, inApp: '应用内', inDigest: '并入汇总发送', attempts: '已试 {n} 次', again: '重发', againDone: '已重新发送', read: '已读', to: '发给', through: '方式', text: '内容', at: '时间', onlyDead: '只看失败', allMessages: '全部', outcome: '结果', noDead: '没有发送失败的消息', noDeadHint: '试过 8 次仍没有送到的会列在这里，可以重发。', noMessages: '还没有发过消息', noMessagesHint: '发给人员和通道的每条消息都会留在这里。',
    alarm: { state: { raised: '还没有人回应', acknowledged: '有人正在处理', handled: '已有人到场', closed: '已结束', withdrawn: '已撤回' }, step: { acknowledged: '开始处理', handled: '已到场', closed: '结束', withdrawn: '撤回' }, drill: '演练', from: '{name} {time} 求助', call: '拨打 {phone}', position: '位置 {lon}, {lat}（精度 {m} 米）', text: '处理情况', textNeeded: '请写明处理情况', handle: '已到场处理', close: '结束' },
    channel: {
      add: '添加通道', edit: '修改通道', none: '还没有通道', noneHint: '通道把预警发到工作群或手机短信。不设通道时，相关人员仍会在应用内收到。', kind: '类型', name: '名称', nameHint: '例如：安全工作群', noName: '请填写名称',
      kinds: { wecom: '企业微信机器人', dingtalk: '钉钉机器人', feishu: '飞书机器人', webhook: 'Webhook', sms: '短信' }, url: '地址', urlHint: { wecom: '群机器人的 Webhook 地址', dingtalk: '群机器人的 Webhook 地址', feishu: '群机器人的 Webhook 地址', webhook: '接收方的 https 地址', sms: '' }, urlKept: '不填则保持不变',
      secret: '加签密钥', secretHint: { wecom: '企业微信不需要', dingtalk: '安全设置里的“加签”，以 SEC 开头', feishu: '安全设置里的“签名校验”', webhook: '不填则自动生成', sms: '' }, smsHint: '发给各级人员的手机，通过服务器设置的短信网关。', made: '签名密钥只显示这一次，请交给接收方：', copied: '已复制', copy: '复制',
      on: '使用中', off: '已停用', turnOn: '启用', turnOff: '停用', test: '测试', tested: '测试消息已发出，结果见“已发消息”', remove: '删除', removeTitle: '删除“{name}”吗？', removeText: '以后不再发到这里。已发的消息都保留。', removed: '“{name}”已删除', saved: '通道已保存',
    },
    step: {
      note: '每种预警按顺序通知。没有对应人员的一级会跳过，由下一级及时接上；有人“我来处理”后不再上报。', to: { person: '本人', on_post: '在岗人员', duty_leader: '当班带班领导', safety_officer: '安全负责人', principal: '校长', station: '派出所', bureau: '教育局' },
      at: '{n} 分钟后', atOnce: '立即', off: '不预警', setHere: '本单位设置', setAbove: '上级设置', builtIn: '默认', edit: '修改', reset: '恢复', editTitle: '“{kind}”通知谁', on: '发出这种预警', add: '添加一级', minutes: '几分钟后', unit: '分钟后', whom: '通知', remove: '移除', saved: '已保存', wasReset: '已恢复', bad: '分钟数应从小到大，不超过 1440',
    },
  },
  {
    inbox: 'What I was told', inboxNote: 'Alerts that were told to me, the latest first.', inboxNone: 'You were told of no alert', inboxNoneHint: 'When it is your turn to be told it appears here, and a number at the top of the page.', fresh: 'new', fine: 'I am fine', areYou: 'Are you all right? You have not checked out yet.',
    title: 'Alerts', note: 'Nobody on time, a gap, somebody who left early, tomorrow unplanned: the school is told first, and the next level if nobody sees to it.', view: 'View', now: 'Now', earlier: 'Recent', steps: 'Who is told', channels: 'Channels', messages: 'Messages',
    quiet: 'Nothing is wrong now', quietHint: 'When a post is short it appears here, and people are told.', none: 'There was no alert yet', noneHint: 'Alerts stay here once they happened.',
    hazard: 'Look at the hazard',
    kind: { nobody_on_time: 'Nobody on time', nobody_at_start: 'Nobody at the start', gap: 'Gap', early_departure: 'Left early', ended_short: 'Ended with a gap', unplanned_duty: 'Tomorrow unplanned', shift_unconfirmed: 'Tomorrow unconfirmed', revoked_sign: 'Replaced sign scanned', round_overdue: 'Rounds overdue', calendar_missing: 'Holiday notice missing', alarm: 'Alarm', no_check_out: 'Not checked out', hazard_assigned: 'Hazard assigned', hazard_due: 'Hazard due today', hazard_overdue: 'Hazard overdue' },
    school: 'Where', post: 'Post or route', what: 'What', missing: '{n} missing', missingShifts: '{n}', missingRounds: '{n} missing', since: 'Since', state: 'State', raised: 'Seen',
    acknowledge: 'I see to it', acknowledged: '{name} sees to it since {time}', isFine: '{name} said at {time} that all is well', nextStep: 'next level at {time}', waits: 'waits', resolved: 'resolved at {time}', over: 'over at {time}', done: 'Noted; nobody further is told',
    record: 'Who was told', noRecord: 'Nobody was told: there are no such people or channels.', occasion: { raised: 'Raised', escalated: 'Escalated', resolved: 'Resolved', digest: 'Together', test: 'Test' },
    sent: { pending: 'To be sent', sent: 'Arrived', dead: 'Failed' }, inApp: 'In the app', inDigest: 'told in a digest', attempts: '{n} attempt | {n} attempts', again: 'Send again', againDone: 'It is sent again', read: 'read', to: 'To', through: 'Through', text: 'Text', at: 'Time', onlyDead: 'Failed', allMessages: 'All', outcome: 'Outcome', noDead: 'No message failed', noDeadHint: 'What did not arrive in eight attempts is listed here, and can be sent again.', noMessages: 'Nothing was sent yet', noMessagesHint: 'Every message to people and channels stays here.',
    alarm: { state: { raised: 'Nobody answered yet', acknowledged: 'Somebody sees to it', handled: 'Somebody was there', closed: 'Over', withdrawn: 'Taken back' }, step: { acknowledged: 'Sees to it', handled: 'Was there', closed: 'Closed', withdrawn: 'Taken back' }, drill: 'Drill', from: '{name} asked for help at {time}', call: 'Call {phone}', position: 'Position {lon}, {lat} (within {m} m)', text: 'What was done', textNeeded: 'Say what was done', handle: 'Somebody was there', close: 'Close' },
    channel: {
      add: 'Add a channel', edit: 'Edit the channel', none: 'There are no channels', noneHint: 'Channels carry alerts to a group chat or by text message. Without any, people are told in the app.', kind: 'Kind', name: 'Name', nameHint: 'Such as: safety group', noName: 'Enter a name',
      kinds: { wecom: 'WeCom robot', dingtalk: 'DingTalk robot', feishu: 'Feishu robot', webhook: 'Webhook', sms: 'Text messages' }, url: 'Address', urlHint: { wecom: 'The robot’s webhook address', dingtalk: 'The robot’s webhook address', feishu: 'The robot’s webhook address', webhook: 'The receiver’s https address', sms: '' }, urlKept: 'Left empty, it stays as it is',
      secret: 'Signing secret', secretHint: { wecom: 'WeCom needs none', dingtalk: 'From the robot’s security settings, begins with SEC', feishu: 'From the robot’s security settings', webhook: 'Left empty, one is made', sms: '' }, smsHint: 'To the phones of the people of each level, through the server’s gateway.', made: 'The signing secret is shown this once. Give it to the receiver:', copied: 'Copied', copy: 'Copy',
      on: 'In use', off: 'Off', turnOn: 'Turn on', turnOff: 'Turn off', test: 'Test', tested: 'A test was sent; see Messages for what became of it', remove: 'Remove', removeTitle: 'Remove “{name}”?', removeText: 'Nothing is sent there any more. What was sent stays on record.', removed: '“{name}” was removed', saved: 'The channel was saved',
    },
    step: {
      note: 'Each kind of alert is told level by level. A level without people is skipped, and the next comes in its place; once somebody sees to it, nobody further is told.', to: { person: 'The person', on_post: 'Everybody on post', duty_leader: 'Duty leader', safety_officer: 'Safety officer', principal: 'Principal', station: 'Station', bureau: 'Bureau' },
      at: 'after {n} min', atOnce: 'at once', off: 'not raised', setHere: 'set here', setAbove: 'set above', builtIn: 'default', edit: 'Edit', reset: 'Reset', editTitle: 'Who is told of “{kind}”', on: 'Raise such alerts', add: 'Add a level', minutes: 'Minutes', unit: 'min later', whom: 'Who', remove: 'Remove', saved: 'Saved', wasReset: 'Reset', bad: 'Minutes rise, up to 1440',
    },
  },
);

export const t = words(alerts);

/** The post and of which roles somebody is missing there: a post may have several duties. Null if it is about none. */
export function postOf(one: Alert): string | null {
  if (typeof one.post !== 'string') return null;
  const roles = one.roles.map((role) => say(`role.${role}`)).join('/');
  return [one.post, roles].filter(Boolean).join(' · ');
}

/** What became of an alert; `time` writes its times. */
export function stands(one: Alert, time: (at: string) => string): string {
  if (typeof one.closed_at === 'string') return t(one.resolved && typeof one.alarm_id !== 'string' ? 'resolved' : 'over', { time: time(one.closed_at) });
  if (typeof one.acknowledged_at === 'string') return t(saidFine(one) ? 'isFine' : 'acknowledged', { name: one.acknowledged_by ?? '', time: time(one.acknowledged_at) });
  return typeof one.next_step_at === 'string' ? t('nextStep', { time: time(one.next_step_at) }) : t('waits');
}
