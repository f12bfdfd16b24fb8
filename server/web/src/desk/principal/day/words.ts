import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const dayWords = area(
  'day',
  {
    previous: '前一天', next: '后一天', pick: '选择日期', notDate: '这个日期不对', notDateHint: '请选择一个日期。', future: '这一天还没到', futureHint: '到了那天，这里会显示到岗覆盖和证据。',
    facts: {
      calendar: '日历', state: '数字', known: '截至', hold: '证明有效期', stays: '人次', onTime: '准时到岗', minutes: '{n} 分钟',
      live: '进行中：手机可能还在上传', final: '已定，第 {n} 版', revised: '已定，第 {n} 版：定稿后有迟到的证据',
    },
    window: { time: '{from}–{to}', lead: '{time} 前到岗', moved: '时间有调整：{reason}' },
    duty: {
      covered: '{covered} / {required} 分', soFar: '到目前 {covered} / {required} 分', people: '{roles} {n} 人', min: '等级至少{grade}', onTime: '准时 {filled} / {slots}',
      first: '首次到岗 {time}', last: '最后离岗 {time}', excused: '已说明：{reason}', noDuties: '这一天没有岗位要求', noDutiesHint: '{reason}', open: '证据',
      bar: '{post}，{from} 至 {to}：{status}，覆盖 {covered} 分，应覆盖 {required} 分。', gap: '{from} 至 {to} 缺 {n} 人。', noGaps: '没有缺岗。',
    },
    soFar: { ahead: '还没开始', open: '正在缺岗', gaps: '有过缺岗', held: '目前全程到岗' },
    drawer: {
      slot: '第 {n} 个位置', every: '每一分钟的证据', every1: '每一分钟由谁、凭哪次打卡覆盖', empty: '缺岗', before: '待到岗', ahead: '尚未到', by: '{time} 的打卡', stays: '在岗时段', staysHint: '由打卡推算。打卡后 {n} 分钟内视为在岗，除非离岗或到别处打卡。',
      checkIns: '打卡', gaps: '缺岗时段', missing: '缺 {n} 人', excuse: '说明缺岗原因', withdraw: '撤销说明', noRight: '您可以看到覆盖情况。看打卡证据需要“查看打卡证据”的权限。', notYet: '服务器还不能给出每个位置的明细，下面是缺岗时段和打卡。', post: '打卡点设置',
    },
    change: {
      title: '当天的调整', duty_stood_down: '岗位说明', window_stood_down: '整段停岗', window_moved: '改时间', window_cancelled: '取消时段', day_cancelled: '全天停课', day_stood_down: '全天停岗', by: '{name} {time} 记录', withdrawn: '{name} 已撤销', withdraw: '撤销', withdrawTitle: '撤销这条调整', withdrawText: '撤销后，当天的数字按没有这条调整来算。记录本身会保留。', done: '已撤销',
      whole: '整段停岗…', wholeTitle: '说明“{window}”整段停岗的原因', wholeText: '该时段所有岗位的缺岗都标为“已说明”，不计入到岗率。可以撤销。', yes: '记录', to: '改为 {starts}–{ends}',
    },
    check: {
      title: '自己核算', text: '下载当天的原始文件，在任何一台电脑上用同一个程序重新计算，不需要数据库。结果应与上面的数字完全一致。', download: '下载当天文件', downloading: '正在下载', command: '然后运行', copy: '复制命令', copied: '已复制', format: '文件格式 huxue.day/1；下载会记入审计日志。',
    },
    revisions: {
      title: '版本', none: '还没有定稿，没有版本。', first: '第一次定稿', changed: '{post}：{before} → {after}', same: '没有岗位的数字变化', number: '第 {n} 版', minutes: '{status}，{n} 分', added: '{post}：新增', removed: '{post}：移除',
    },
    print: '打印',
  },
  {
    previous: 'Day before', next: 'Day after', pick: 'Choose a date', notDate: 'That is no date', notDateHint: 'Choose a date.', future: 'That day has not come yet', futureHint: 'Once it has, its coverage and evidence are here.',
    facts: {
      calendar: 'Calendar', state: 'Figures', known: 'As known at', hold: 'A proof holds', stays: 'Person-stays', onTime: 'On post in time', minutes: '{n} minutes',
      live: 'Live: phones may still be uploading', final: 'Final, revision {n}', revised: 'Final, revision {n}: evidence came after it was first final',
    },
    window: { time: '{from}–{to}', lead: 'on post by {time}', moved: 'Moved: {reason}' },
    duty: {
      covered: '{covered} / {required} min', soFar: 'so far {covered} / {required} min', people: '{roles}, {n}', min: 'at least {grade}', onTime: 'in time {filled} / {slots}',
      first: 'first arrival {time}', last: 'last departure {time}', excused: 'Excused: {reason}', noDuties: 'No duties were asked for on this day', noDutiesHint: '{reason}', open: 'Evidence',
      bar: '{post}, {from} to {to}: {status}, {covered} of {required} min covered.', gap: '{n} missing from {from} to {to}.', noGaps: 'No gaps.',
    },
    soFar: { ahead: 'Not yet begun', open: 'Short now', gaps: 'Was short', held: 'Covered so far' },
    drawer: {
      slot: 'Slot {n}', every: 'The evidence of every minute', every1: 'Who covered it, by which check-in', empty: 'Gap', before: 'Before the window', ahead: 'Not yet', by: 'check-in of {time}', stays: 'Stays', staysHint: 'Derived from check-ins: a proof holds for {n} minutes, unless the person leaves or checks in elsewhere.',
      checkIns: 'Check-ins', gaps: 'Gaps', missing: '{n} missing', excuse: 'Say why it was short', withdraw: 'Take the reason back', noRight: 'You see the coverage. The check-ins behind it need the right to see the evidence.', notYet: 'The server cannot tell slot by slot yet; here are the gaps and the check-ins.', post: 'Set-up of the checkpoint',
    },
    change: {
      title: 'Changes of this day', duty_stood_down: 'Post excused', window_stood_down: 'Window stood down', window_moved: 'Moved', window_cancelled: 'Called off', day_cancelled: 'Day called off', day_stood_down: 'Day stood down', by: 'recorded by {name} at {time}', withdrawn: 'taken back by {name}', withdraw: 'Take back', withdrawTitle: 'Take this change back', withdrawText: 'The figures of the day are then as without it. The record stays.', done: 'Taken back',
      whole: 'Stand the window down…', wholeTitle: 'Say why “{window}” was stood down', wholeText: 'The gaps of all posts of this window are marked “excused” and left out of the rates. This can be undone.', yes: 'Record', to: 'to {starts}–{ends}',
    },
    check: {
      title: 'Recompute it yourself', text: 'Download the day as it was recorded and compute it again with the same program on any computer, without a database. It must give the figures above, to the second.', download: 'Download the day', downloading: 'Downloading', command: 'Then run', copy: 'Copy the command', copied: 'Copied', format: 'Format huxue.day/1; the audit log notes the download.',
    },
    revisions: {
      title: 'Revisions', none: 'Not final yet, so there are none.', first: 'first final', changed: '{post}: {before} → {after}', same: 'no post’s figures changed', number: 'Revision {n}', minutes: '{status}, {n} min', added: '{post}: added', removed: '{post}: removed',
    },
    print: 'Print',
  },
);

export const t = words(dayWords);
