import { area } from '.';

export const say = area(
  'duty',
  {
    coSign: '联签', coSignLead: '您在岗时，可以为同一岗位的人作证：看到本人在岗，再联签。', coSignNone: '现在没有需要联签的打卡', coSignFirst: '联签前，请先在岗位上打卡。',
    coSignAt: '您在岗：{list}', coSignDo: '联签', coSignTitle: '为{name}联签', coSignText: '您确认在 {time} 前后，看到{name}（{role}）在“{post}”。联签会记下您的姓名，不能撤回。', coSignDone: '已联签',
    coSignRemark: '说明（可不填）', notYet: '这项功能要等服务器更新后才能用。',
    corrections: '补卡', correctionsLead: '没能打卡时，可以申请补卡，由学校决定。', ask: '申请补卡', correctionsNone: '没有补卡申请', state: { requested: '等待学校决定', approved: '已同意', refused: '未同意' },
    school: '学校', post: '岗位', role: '身份', kind: '打卡', date: '日期', time: '时间', reason: '原因', reasonHint: '例如：手机没电，牌子被挡住', choose: '请选择', send: '提交', sent: '已提交，等学校决定', asked: '{time} 提交', decided: '决定：{reason}',
    need: '请填写', timeHint: '31 天内，学校当地时间', noRole: '您在这所学校没有身份，不能申请补卡。',
    standIn: '请人代班', standInLead: '填写代班人的手机号。对方须已加入本校，并有这个岗位需要的身份。对方接受后，班次归对方。', standInPhone: '代班人手机号', standInDo: '转交班次', standInTitle: '把班次转交给 {phone}', standInText: '转交后，这个班次不再是您的；代班人会收到接受班次的请求。', standInDone: '已转交，等代班人接受',
    needPhone: '请输入手机号',
  },
  {
    coSign: 'Co-sign', coSignLead: 'While on duty you can vouch for others at the same post: see the person there, then co-sign.', coSignNone: 'Nothing to co-sign now', coSignFirst: 'Check in at a post before you co-sign.',
    coSignAt: 'You are on duty at: {list}', coSignDo: 'Co-sign', coSignTitle: 'Co-sign for {name}', coSignText: 'You confirm that around {time} you saw {name} ({role}) at “{post}”. Your name is recorded with it, and it cannot be taken back.', coSignDone: 'Co-signed',
    coSignRemark: 'Remark (optional)', notYet: 'This needs a newer version of the server.',
    corrections: 'Corrections', correctionsLead: 'If you could not check in, ask for a correction; the school decides.', ask: 'Ask for a correction', correctionsNone: 'No corrections asked for', state: { requested: 'Waits for the school', approved: 'Approved', refused: 'Refused' },
    school: 'School', post: 'Post', role: 'Role', kind: 'Check-in', date: 'Date', time: 'Time', reason: 'Reason', reasonHint: 'Such as: phone empty, sign covered', choose: 'Choose', send: 'Send', sent: 'Sent; the school decides', asked: 'asked {time}', decided: 'Decision: {reason}',
    need: 'Please fill this in', timeHint: 'Within 31 days, the school’s time', noRole: 'You have no role at this school, so you cannot ask for a correction.',
    standIn: 'Name a stand-in', standInLead: 'Enter the phone number of the stand-in, who must have joined this school with a role that the post asks for. Once accepted, the shift is theirs.', standInPhone: 'Phone number', standInDo: 'Hand over', standInTitle: 'Hand this shift to {phone}', standInText: 'The shift is then no longer yours; the stand-in is asked to accept it.', standInDone: 'Handed over; the stand-in is asked',
    needPhone: 'Enter the phone number',
  },
);
