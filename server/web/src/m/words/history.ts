import { area } from '.';

export const say = area(
  'history',
  {
    title: '记录', empty: '还没有打卡记录', emptyHint: '打卡后，每一条的依据和凭据都在这里。', corrections: '补卡', waiting: '本机打卡',
    loaded: '全部 {n} 条', amended: '有后续说明', flagged: '有待核查',
    evidence: '打卡详情', school: '学校', post: '岗位', role: '身份', time: '时间', received: '收到时间', clock: '手机时间', proof: '方式', position: '位置', accuracy: '精度 {n} 米', distance: '距岗位 {n} 米',
    first: '最初等级', now: '现在等级', why: '依据', flags: '待核查', flagsHint: '由负责人核查，不自动处理。',
    later: '后续说明', laterNone: '没有后续说明', word: { co_sign: '联签', void: '作废', review: '核查' }, outcome: { dismissed: '没有问题', upheld: '属实' },
    by: '{name} · {time}', receipt: '凭据', receiptHint: '服务器签发，证明这条打卡已收到。任何人都可以核验。', verify: '核验', verified: '核验通过：由本服务器签发，内容未改。', copy: '复制凭据', copied: '已复制', notVerified: '核验没有通过',
    askCorrection: '补卡', probe: '离线时不能查看这条记录。',
    waitTitle: '本机打卡', waitHint: '打卡先存在这部手机上，再发出。收到后仍在这里显示 7 天。', waitEmpty: '这部手机上没有打卡', mine: '等待发出', refused: '没能记录', settled: '已收到',
    sendNow: '现在发送', again: '再发一次', exportOne: '导出', discard: '丢弃', discardTitle: '丢弃这条打卡', discardText: '这条打卡没有记录在服务器上。丢弃后，这部手机上也不再有。建议先导出，或改为补卡。', discardDo: '丢弃', others: '另有 {n} 条属于其他账号，等那位登录后发出。',
    iosHint: '手机系统可能清除久未使用的网页数据，请尽快联网发出。',
  },
  {
    title: 'History', empty: 'No check-ins yet', emptyHint: 'After a check-in, its evidence and receipt are here.', corrections: 'Corrections', waiting: 'On this phone',
    loaded: 'All {n} | All {n}', amended: 'Later word', flagged: 'To be reviewed',
    evidence: 'Check-in', school: 'School', post: 'Post', role: 'Role', time: 'Time', received: 'Received', clock: 'Phone’s clock', proof: 'Proof', position: 'Position', accuracy: 'accurate to {n} m', distance: '{n} m from the post',
    first: 'Grade at first', now: 'Grade now', why: 'Why', flags: 'To be reviewed', flagsHint: 'Somebody looks at it; nothing follows by itself.',
    later: 'Later words', laterNone: 'No later words', word: { co_sign: 'Co-signed', void: 'Voided', review: 'Reviewed' }, outcome: { dismissed: 'Nothing wrong', upheld: 'Upheld' },
    by: '{name} · {time}', receipt: 'Receipt', receiptHint: 'Signed by the server; proves that it received this check-in. Anybody can verify it.', verify: 'Verify', verified: 'Verified: signed by this server, unaltered.', copy: 'Copy the receipt', copied: 'Copied', notVerified: 'Not verified',
    askCorrection: 'Ask for a correction', probe: 'This record cannot be shown without a network.',
    waitTitle: 'On this phone', waitHint: 'A check-in is saved on this phone first, then sent. Once received it is shown here for 7 days.', waitEmpty: 'No check-ins on this phone', mine: 'To be sent', refused: 'Not recorded', settled: 'Received',
    sendNow: 'Send now', again: 'Send again', exportOne: 'Export', discard: 'Discard', discardTitle: 'Discard this check-in', discardText: 'This check-in is not on the server. Once discarded it is not on this phone either. Better export it first, or ask for a correction.', discardDo: 'Discard', others: '{n} more belongs to another account and goes out when that person signs in. | {n} more belong to other accounts and go out when those persons sign in.',
    iosHint: 'The phone may clear data of pages that are not used for long: connect and send soon.',
  },
);
