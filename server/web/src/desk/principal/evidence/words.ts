import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const evidenceWords = area(
  'evidence',
  {
    flag: {
      impossible_speed: '移动过快', shared_device: '多人共用手机', mock_location: '模拟定位', identical_coordinates: '坐标完全相同',
      clock_jump: '手机时钟跳动', outside_fence: '定位在岗位外', replayed_code: '动态码已过时', off_shift: '不在排班内',
    },
    clock: { good: '时间准', fair: '时间较准', poor: '时间不准' },
    fence: { inside: '在岗位范围内', uncertain: '在范围附近', missing: '没有位置', outside: '在岗位外' },
    proof: {
      screen_code: '动态码', screen_code_out_of_step: '动态码（已过时）', sign: '二维码牌', short_code: '短码', fence_only: '仅位置', correction: '补卡',
    },
    outcome: { dismissed: '没有问题', upheld: '确有问题' },
    first: '原为{grade}', none: '这里没有打卡记录', metres: '距范围 {n} 米', accuracy: '精度 {n} 米', received: '{time} 收到', created: '手机显示 {time}',
    coSigned: '{name} 联签', voided: '{name} 作废', reviewed: '{name} 核查：{outcome}', withReason: '{what}（{reason}）', open: '待核查', receipt: '回执', copyReceipt: '复制回执', copied: '已复制',
    id: '记录编号', more: '详情', less: '收起',
    act: { coSign: '联签', void: '作废', review: '核查' },
    coSign: { title: '为{name}联签', text: '表示您当时在同一岗位，看到了此人。等级至少升为“可信”。', yes: '联签', done: '已联签', hint: '可写“我在东门看到她”一类的话' },
    void: { title: '作废这条打卡', text: '{name} {time} 的打卡将不再计入到岗。原记录保留，作废不能撤回。', yes: '作废', done: '已作废' },
    review: {
      title: '核查“{flag}”', intro: '核查只记下结论，不改变等级。需要时可另行作废或联签。', all: '全部待核查项', which: '待核查项', outcome: '结论', yes: '记下结论', done: '已记下结论',
      note: '依据', hint: '例如：借用同事手机；定位漂移',
    },
    column: { time: '时间', person: '人员', post: '岗位', kind: '类型', grade: '等级', flags: '待核查项', reasons: '依据', date: '日期', state: '核查', proof: '凭证', clock: '时钟' },
    filter: { date: '日期', flag: '待核查项', grade: '等级', post: '岗位', person: '人员', clear: '清除', state: '状态' },
    list: { title: '打卡记录', empty: '这一天没有打卡记录', emptyHint: '请选择其他日期。', onePerson: '只看 {name}' },
    queue: {
      open: '待核查', reviewed: '已核查', emptyOpen: '没有待核查的打卡', emptyOpenHint: '系统发现可疑之处时，会列在这里，由人判断。', emptyReviewed: '还没有核查过的打卡',
      note: '列在这里只是请人看一看，不代表违规。',
    },
  },
  {
    flag: {
      impossible_speed: 'Moved too fast', shared_device: 'Phone used by others', mock_location: 'Mock location', identical_coordinates: 'Identical coordinates',
      clock_jump: 'Phone clock jumped', outside_fence: 'Position outside the post', replayed_code: 'Screen code out of date', off_shift: 'Not on the roster',
    },
    clock: { good: 'Clock good', fair: 'Clock fair', poor: 'Clock poor' },
    fence: { inside: 'Within the post', uncertain: 'Near the post', missing: 'No position', outside: 'Outside the post' },
    proof: {
      screen_code: 'Screen code', screen_code_out_of_step: 'Screen code, out of date', sign: 'Sign', short_code: 'Short code', fence_only: 'Position only', correction: 'Correction',
    },
    outcome: { dismissed: 'nothing wrong', upheld: 'the flag was right' },
    first: 'first {grade}', none: 'No check-ins here', metres: '{n} m from the area', accuracy: 'accurate to {n} m', received: 'received {time}', created: 'phone showed {time}',
    coSigned: '{name} co-signed', voided: '{name} voided it', reviewed: '{name} reviewed: {outcome}', withReason: '{what} ({reason})', open: 'to review', receipt: 'Receipt', copyReceipt: 'Copy the receipt', copied: 'Copied',
    id: 'Record', more: 'Details', less: 'Less',
    act: { coSign: 'Co-sign', void: 'Void', review: 'Review' },
    coSign: { title: 'Co-sign for {name}', text: 'Says that you were at the same post and saw them there. The grade becomes at least “likely”.', yes: 'Co-sign', done: 'Co-signed', hint: 'Such as “I saw her at the east gate”' },
    void: { title: 'Void this check-in', text: 'The check-in of {name} at {time} no longer counts. The record stays; voiding cannot be taken back.', yes: 'Void', done: 'Voided' },
    review: {
      title: 'Review “{flag}”', intro: 'A review writes down what it came to and moves no grade. Void or co-sign if need be.', all: 'Every open flag', which: 'Flag', outcome: 'What it came to', yes: 'Write it down', done: 'The review is written down',
      note: 'Why', hint: 'Such as: lent phone; the fix drifted',
    },
    column: { time: 'Time', person: 'Person', post: 'Post', kind: 'Kind', grade: 'Grade', flags: 'Flags', reasons: 'Reasons', date: 'Date', state: 'Review', proof: 'Proof', clock: 'Clock' },
    filter: { date: 'Date', flag: 'Flag', grade: 'Grade', post: 'Post', person: 'Person', clear: 'Clear', state: 'State' },
    list: { title: 'Check-ins', empty: 'No check-ins on this day', emptyHint: 'Choose another date.', onePerson: 'Only {name}' },
    queue: {
      open: 'To review', reviewed: 'Reviewed', emptyOpen: 'Nothing to review', emptyOpenHint: 'What looks odd is listed here, for a person to judge.', emptyReviewed: 'Nothing has been reviewed yet',
      note: 'Being listed asks for a look; it is no verdict.',
    },
  },
);

export const t = words(evidenceWords);
