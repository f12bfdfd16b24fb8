import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const rules = area(
  'rules',
  {
    title: '时段与岗位', note: '每周什么时候要有人，每个打卡点要几个人、什么身份。改动从所选日期起生效，以前的数字不变。',
    column: { window: '时段', starts: '开始', ends: '结束', weekdays: '星期', post: '打卡点', roles: '身份', count: '人数', grade: '最低证据等级' }, addWindow: '添加护学时段', empty: '还没有护学时段', emptyHint: '用模板可以一次做好时段和岗位要求；也可以逐个添加。', template: '用模板设置',
    window: {
      add: '添加护学时段', edit: '修改护学时段', kind: '用途', name: '名称（可不填）', nameHint: '例如：低年级上学', starts: '开始', ends: '结束', lead: '提前到岗（分钟）', leadHint: '只影响是否准时，不计入到岗覆盖',
      weekdays: '每周哪几天', makeUp: '调休上学日也执行', makeUpHint: '没有说明按周几上课的调休日', from: '从哪天起', until: '到哪天为止（不含，可不填）', fromHint: '今天或以后。以前的数字不变。',
      lasts: '{n} 分钟', onPost: '{time} 前到岗', none: '尚无岗位要求', history: '历次改动', end: '结束时段', endTitle: '结束“{name}”吗？', endText: '从 {date} 起不再执行，它的岗位要求也一并结束。以前的数字都保留。', saved: '已保存，{date}起生效', ended: '“{name}”已结束',
      people: '共 {n} 人', workdays: '周一至周五', everyDay: '每天', times: '结束要晚于开始', noDay: '请至少选一天', badLead: '请填 0 到 240 的整数', pastDate: '只能是今天或以后',
    },
    change: { from: '{date}起', to: '到 {date} 为止', starting: '{date}开始', ending: '{date}结束', changing: '{date}起改为：{what}' },
    duty: {
      title: '岗位要求', add: '添加岗位要求', edit: '修改岗位要求', checkpoint: '打卡点', roles: '身份（任一即可）', count: '人数', grade: '至少要达到的证据等级',
      gradeHint: '一般用“可信”。要求“已确认”的岗位，没有定位的打卡不算数。', order: '顺序', orderHint: '人少时，先填满靠前的岗位。拖动或用按钮调整。', remove: '结束要求', removeTitle: '结束这个岗位要求吗？',
      removeText: '{what}：从 {date} 起不再要求。以前的数字都保留。', saved: '已保存', removed: '岗位要求已结束', noRole: '请至少选一种身份', noPlace: '请选择打卡点', badCount: '请填 1 到 50 的整数', ordered: '顺序已保存', noCheckpoints: '请先添加打卡点',
      line: '{place} · {roles} · {count} 人',
    },
    settings: {
      title: '学校规则', hold: '打卡后算在岗多久（分钟）', holdHint: '超过这个时间没有再打卡，就不再算在岗。0 表示只算那一秒。', grace: '缺岗多久后提示（秒）', graceHint: '0 表示立即提示', deadline: '当天数字何时定稿',
      deadlineHint: '在这之前，没有网络的手机还可以补传', from: '从哪天起', now: '现行', later: '{date}起', save: '保存规则', saved: '学校规则已保存', edit: '修改', defaults: '默认值', minutes: '{n} 分钟', seconds: '{n} 秒', badNumber: '请填 {from} 到 {to} 的整数',
    },
    history: { title: '历次改动', now: '现行', past: '已过', later: '将来', until: '{from} 至 {to}', open: '{from} 起', empty: '没有改动' },
  },
  {
    title: 'Windows and duties', note: 'When posts are staffed each week, and how many people of which roles each post needs. Changes hold from the date you choose; earlier figures stand.',
    column: { window: 'Window', starts: 'Starts', ends: 'Ends', weekdays: 'Weekdays', post: 'Checkpoint', roles: 'Roles', count: 'People', grade: 'Least grade' }, addWindow: 'Add a window', empty: 'There is no window yet', emptyHint: 'A template makes windows and duties in one go. Or add them one by one.', template: 'Use a template',
    window: {
      add: 'Add a window', edit: 'Edit the window', kind: 'For', name: 'Name (optional)', nameHint: 'For example: Lower grades, drop-off', starts: 'Starts', ends: 'Ends', lead: 'On post before the start (min)', leadHint: 'Counts for punctuality only, not for coverage',
      weekdays: 'On which weekdays', makeUp: 'Also on make-up days', makeUpHint: 'Those for which no weekday was named', from: 'From which date', until: 'Until (not included, optional)', fromHint: 'Today or later. Earlier figures stand.',
      lasts: '{n} min', onPost: 'on post by {time}', none: 'No duty yet', history: 'Earlier versions', end: 'End the window', endTitle: 'End “{name}”?', endText: 'It is not kept from {date} on, nor are its duties. Earlier figures stay.', saved: 'Saved, in force from {date}', ended: '“{name}” has ended',
      people: '{n} person in all | {n} people in all', workdays: 'Monday to Friday', everyDay: 'every day', times: 'The end must be after the start', noDay: 'Choose one day at least', badLead: 'A whole number from 0 to 240', pastDate: 'Today or later',
    },
    change: { from: 'from {date}', to: 'until {date}', starting: 'starts {date}', ending: 'ends {date}', changing: 'from {date}: {what}' },
    duty: {
      title: 'Duties', add: 'Add a duty', edit: 'Edit the duty', checkpoint: 'Checkpoint', roles: 'Roles (any of them)', count: 'People', grade: 'Least grade of evidence',
      gradeHint: '“Likely” is usual. Where “confirmed” is asked for, check-ins without location do not count.', order: 'Order', orderHint: 'When people are few, earlier duties are filled first. Drag, or use the buttons.', remove: 'End the duty', removeTitle: 'End this duty?',
      removeText: '{what}: not asked for from {date} on. Earlier figures stay.', saved: 'Saved', removed: 'The duty has ended', noRole: 'Choose one role at least', noPlace: 'Choose a checkpoint', badCount: 'A whole number from 1 to 50', ordered: 'The order is saved', noCheckpoints: 'Add a checkpoint first',
      line: '{place} · {roles} · {count}',
    },
    settings: {
      title: 'Rules of the school', hold: 'How long a check-in holds (min)', holdHint: 'Who does not check in again within that time no longer counts as on post. 0 means that very second.', grace: 'A gap is told after (s)', graceHint: '0 means at once', deadline: 'Figures of a day are final at',
      deadlineHint: 'Until then phones without a network may still upload', from: 'From which date', now: 'In force', later: 'from {date}', save: 'Save the rules', saved: 'The rules are saved', edit: 'Edit', defaults: 'Defaults', minutes: '{n} min', seconds: '{n} s', badNumber: 'A whole number from {from} to {to}',
    },
    history: { title: 'Versions', now: 'in force', past: 'past', later: 'to come', until: '{from} to {to}', open: 'from {from}', empty: 'No changes' },
  },
);

export const t = words(rules);
