import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

/** What stands in the details of the audit log, in words: the server names its keys and values in English. */
const audit = area(
  'audit',
  {
    pair: '{name}：{text}', separator: '；', request: '越权的请求', technical: '技术信息',
    keys: {
      added: '新增', after_minutes: '几分钟后', as_weekday: '按周几上课', at: '时间', auto_approve: '自动通过', before: '早于', by: '方式', bytes: '字节', categories: '类别', category: '类别', check_ins: '打卡条数', checklist: '清单', checkpoint: '打卡点', checkpoint_id: '打卡点', checkpoints: '打卡点数',
      count: '人数', date: '日期', days: '天数', drill: '演练', duties: '岗位要求', duty_id: '岗位要求', enabled: '启用', ends: '结束', ends_on: '结束日期', from: '从', given: '同意', hazards: '隐患数', height: '高', hold_minutes: '打卡后算在岗（分钟）', in_charge: '负责人', inspection: '检查', inspector: '由谁检查', invite: '邀请', items: '项数',
      kind: '种类', lat: '纬度', lead_minutes: '提前到岗（分钟）', level: '级别', lines: '行数', live_grace_seconds: '缺岗提示延迟（秒）', locked_seconds: '锁定（秒）', lon: '经度', major: '重大', min_grade: '最低证据等级', minor: '一般', name: '名称', number: '编号', office: '职务', on_make_up_days: '调休上学日也执行', per: '周期',
      person: '人员', person_id: '人员', persons: '人数', phone: '手机号', points: '巡逻点数', position: '顺序', purpose: '用途', reason: '理由', request: '请求', retired: '停用的', revoked_serial: '作废的是第几块', right: '缺少的权限', role: '身份', roles: '身份', rounds: '轮数', rows: '行数', serial: '第几块', serious: '较大', sessions_ended: '结束的会话数', signs: '牌数',
      source: '来源', stand_in_for: '顶替', starts: '开始', starts_on: '开始日期', state: '状态', station: '派出所', step: '步骤', steps: '通知步骤', sync_deadline_minute: '定稿时间', template: '模板', times: '次数', to: '到', use_limit: '使用次数上限', valid_from: '生效日期', valid_to: '失效日期', version: '版本', weekdays: '星期', width: '宽', window_id: '护学时段', windows: '时段',
    },
    subjects: { person: '人员', calendar_year: '放假通知', message: '消息', session: '会话', school: '学校', membership: '人员', day_change: '临时调整' },
    values: {
      password: '密码', sms_code: '短信验证码', refresh_token_reused: '旧的续期凭证被再次使用', terms: '使用条款', location: '定位', code: '二维码牌和动态码', token: '登录凭证', receipt: '回执', invite: '邀请', pending: '待通过', active: '已通过', ended: '已结束',
      window_moved: '改时段', window_cancelled: '取消时段', day_cancelled: '停课', day_stood_down: '全天免护学', window_stood_down: '时段免护学', duty_stood_down: '岗位免护学',
      wecom: '企业微信机器人', dingtalk: '钉钉机器人', feishu: '飞书机器人', webhook: 'Webhook', sms: '短信', day: '按天', month: '按月', term: '按学期', bureau: '教育局', station: '派出所', school: '学校',
      minor: '一般', serious: '较大', major: '重大', duty_head: '带班领导', officer: '责任民警', anyone: '任何在岗人员', duty_leader: '带班领导', on_post: '在岗人员', person: '本人',
      acknowledged: '开始处理', handled: '已到场', closed: '结束', withdrawn: '撤回', assigned: '交办', rectified: '整改', accepted: '验收', sent_back: '退回', written_off: '销号', reopened: '重新打开', completed: '走完', timed_out: '超时', given_up: '放弃',
      nobody_on_time: '未按时到岗', nobody_at_start: '开始时无人在岗', gap: '缺岗', early_departure: '提前离岗', ended_short: '时段内曾缺岗', unplanned_duty: '明天未排班', shift_unconfirmed: '明天班次未确认', revoked_sign: '有人扫旧牌', round_overdue: '巡逻逾期', alarm: '一键求助', no_check_out: '未离岗打卡', hazard_assigned: '隐患交办', hazard_due: '隐患今天到期', hazard_overdue: '隐患逾期', calendar_missing: '放假安排未导入',
      public_order: '治安', traffic: '交通', food: '食品', fire: '消防', surroundings: '文化环境', facility: '设施', other: '其他', own_category: '自定类别',
    },
  },
  {
    pair: '{name}: {text}', separator: '; ', request: 'A request beyond one’s rights', technical: 'Technical details',
    keys: {
      added: 'Added', after_minutes: 'After (min)', as_weekday: 'Taught as', at: 'At', auto_approve: 'Approved by itself', before: 'Before', by: 'By', bytes: 'Bytes', categories: 'Categories', category: 'Category', check_ins: 'Check-ins', checklist: 'Checklist', checkpoint: 'Checkpoint', checkpoint_id: 'Checkpoint', checkpoints: 'Checkpoints',
      count: 'People', date: 'Date', days: 'Days', drill: 'Drill', duties: 'Duties', duty_id: 'Duty', enabled: 'In use', ends: 'Ends', ends_on: 'Ends on', from: 'From', given: 'Given', hazards: 'Hazards', height: 'Height', hold_minutes: 'A check-in holds (min)', in_charge: 'In charge', inspection: 'Inspection', inspector: 'Who inspects', invite: 'Invite', items: 'Items',
      kind: 'Kind', lat: 'Latitude', lead_minutes: 'On post before the start (min)', level: 'Level', lines: 'Lines', live_grace_seconds: 'A gap is told after (s)', locked_seconds: 'Locked for (s)', lon: 'Longitude', major: 'Major', min_grade: 'Least grade', minor: 'Minor', name: 'Name', number: 'Number', office: 'Office', on_make_up_days: 'Also on make-up days', per: 'Period',
      person: 'Person', person_id: 'Person', persons: 'People', phone: 'Phone', points: 'Points', position: 'Place in the order', purpose: 'Purpose', reason: 'Reason', request: 'Request', retired: 'Retired', revoked_serial: 'Revoked sign', right: 'Right that was lacking', role: 'Role', roles: 'Roles', rounds: 'Rounds', rows: 'Rows', serial: 'Sign', serious: 'Serious', sessions_ended: 'Sessions ended', signs: 'Signs',
      source: 'Source', stand_in_for: 'In the place of', starts: 'Starts', starts_on: 'Starts on', state: 'State', station: 'Station', step: 'Step', steps: 'Steps', sync_deadline_minute: 'Final at', template: 'Template', times: 'Times', to: 'To', use_limit: 'Most uses', valid_from: 'In force from', valid_to: 'In force until', version: 'Version', weekdays: 'Weekdays', width: 'Width', window_id: 'Window', windows: 'Windows',
    },
    subjects: { person: 'Person', calendar_year: 'Holiday notice', message: 'Message', session: 'Session', school: 'School', membership: 'Person', day_change: 'One-off change' },
    values: {
      password: 'password', sms_code: 'code by text message', refresh_token_reused: 'an old refresh token was used again', terms: 'terms of use', location: 'location', code: 'codes of signs and screens', token: 'access tokens', receipt: 'receipts', invite: 'invites', pending: 'to be approved', active: 'approved', ended: 'ended',
      window_moved: 'window moved', window_cancelled: 'window called off', day_cancelled: 'day called off', day_stood_down: 'day stood down', window_stood_down: 'window stood down', duty_stood_down: 'duty stood down',
      wecom: 'WeCom robot', dingtalk: 'DingTalk robot', feishu: 'Feishu robot', webhook: 'webhook', sms: 'text messages', day: 'by day', month: 'by month', term: 'by term', bureau: 'bureau', station: 'station', school: 'school',
      minor: 'minor', serious: 'serious', major: 'major', duty_head: 'duty heads', officer: 'officers', anyone: 'anyone on duty', duty_leader: 'duty leader', on_post: 'everybody on post', person: 'the person',
      acknowledged: 'sees to it', handled: 'was there', closed: 'closed', withdrawn: 'taken back', assigned: 'assigned', rectified: 'put right', accepted: 'accepted', sent_back: 'sent back', written_off: 'written off', reopened: 'opened again', completed: 'completed', timed_out: 'timed out', given_up: 'given up',
      nobody_on_time: 'nobody on time', nobody_at_start: 'nobody at the start', gap: 'gap', early_departure: 'left early', ended_short: 'ended with a gap', unplanned_duty: 'tomorrow unplanned', shift_unconfirmed: 'tomorrow unconfirmed', revoked_sign: 'replaced sign scanned', round_overdue: 'rounds overdue', alarm: 'alarm', no_check_out: 'not checked out', hazard_assigned: 'hazard assigned', hazard_due: 'hazard due today', hazard_overdue: 'hazard overdue', calendar_missing: 'holiday notice missing',
      public_order: 'public order', traffic: 'traffic', food: 'food', fire: 'fire', surroundings: 'surroundings', facility: 'facility', other: 'other', own_category: 'a category of one’s own',
    },
  },
);

export const a = words(audit);
export type DetailKey = keyof typeof audit.zh.keys;
export type ValueWord = keyof typeof audit.zh.values;
export type SubjectWord = keyof typeof audit.zh.subjects;
export const DETAIL_KEYS: ReadonlySet<string> = new Set(Object.keys(audit.zh.keys));
export const VALUE_WORDS: ReadonlySet<string> = new Set(Object.keys(audit.zh.values));
export const SUBJECT_WORDS: ReadonlySet<string> = new Set(Object.keys(audit.zh.subjects));
