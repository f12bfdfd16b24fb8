import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const reviewWords = area(
  'review',
  {
    state: { requested: '待处理', approved: '已同意', refused: '未同意', all: '全部' },
    empty: '没有补卡申请', emptyHint: '没能打卡的人可以申请补卡，由您决定。', emptyRequested: '没有待处理的补卡',
    column: { at: '到岗时间', person: '人员', post: '岗位', kind: '类型', reason: '理由', asked: '申请', state: '状态' },
    by: '{name} 申请', own: '本人申请', decided: '{name} {time} 处理', file: '补卡', ask: '代为补卡',
    approve: '同意', refuse: '不同意', approveTitle: '同意{name}补卡', approveText: '将按 {time} 在{post}“{kind}”记一条等级为“自报”的打卡，联签后可升级。', refuseTitle: '不同意{name}补卡', refuseText: '申请会保留，并注明您的理由。',
    approved: '已同意', refused: '已记下，不同意', decideHint: '例如：值班记录可证', noSelf: '这是您自己的申请，请由另一位有权限的人处理。', seeCheckIn: '看生成的打卡',
    form: {
      title: '代为补卡', intro: '替没能打卡的人申请。由另一位有权限的人决定；同意后记为“自报”。', person: '人员', personHint: '按姓名选择', role: '身份', post: '岗位', kind: '类型', date: '日期', time: '时间', reason: '理由', reasonHint: '例如：手机没电', go: '提交', done: '已提交，等待处理', me: '本人',
    },
  },
  {
    state: { requested: 'Asked for', approved: 'Approved', refused: 'Not approved', all: 'All' },
    empty: 'No corrections were asked for', emptyHint: 'Whoever could not check in may ask for a correction, and you decide.', emptyRequested: 'Nothing waits for a decision',
    column: { at: 'Was there at', person: 'Person', post: 'Post', kind: 'Kind', reason: 'Reason', asked: 'Asked for', state: 'State' },
    by: 'by {name}', own: 'by themselves', decided: '{name} decided at {time}', file: 'corrections', ask: 'Ask for somebody',
    approve: 'Approve', refuse: 'Do not approve', approveTitle: 'Approve the correction for {name}', approveText: 'A check-in “{kind}” at {post} at {time} is recorded as “claimed”; a co-signature raises it.', refuseTitle: 'Do not approve the correction for {name}', refuseText: 'What was asked for stays on record, with your reason.',
    approved: 'Approved', refused: 'Recorded as not approved', decideHint: 'Such as: the duty log shows it', noSelf: 'You asked for this yourself; somebody else who has the right decides.', seeCheckIn: 'See the check-in',
    form: {
      title: 'Ask for a correction', intro: 'For somebody who could not check in. Another person with the right decides; approved, it counts as “claimed”.', person: 'Person', personHint: 'Choose by name', role: 'Role', post: 'Post', kind: 'Kind', date: 'Date', time: 'Time', reason: 'Reason', reasonHint: 'Such as: the phone had no power', go: 'Ask', done: 'Asked for; it waits for a decision', me: 'Myself',
    },
  },
);

export const t = words(reviewWords);
