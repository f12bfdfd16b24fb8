import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const checklist = area(
  'checklist',
  {
    title: '设置总览', note: '学校能正常护学还缺什么。每一项都可以直接去办。', ready: '设置齐全', readyHint: '可以正常使用了。以下各项都已办好。', missing: '还缺 {n} 项', advice: '另有 {n} 项建议', doneTitle: '已办好（{n}）', go: '去办', see: '查看', assistant: '用设置助手一步步做', level: { missing: '缺', advice: '建议', done: '已办' },
    place: { missing: '学校的位置还没有填', done: '学校位置已填', hint: '用来给地图定中心，并提醒离学校太远的打卡点。' },
    checkpoints: { missing: '还没有打卡点', done: '{n} 个打卡点', hint: '没有打卡点就没有二维码牌，也没法打卡。' },
    windows: { missing: '还没有护学时段', done: '{n} 个护学时段', hint: '说明每周什么时候需要有人。' },
    bothWindows: { advice: '只有上学或只有放学时段', hint: '多数学校上学、放学都要护学。' },
    duties: { missing: '还没有岗位要求', done: '{n} 项岗位要求', hint: '没有要求，就算不出到岗覆盖。' },
    unasked: { advice: '{names}：没有岗位要求', hint: '有打卡点，但没有时段要求那里有人。' },
    head: { missing: '没有校长或安全负责人', done: '校长或安全负责人已任命', hint: '要有人能审批人员、处理存疑的打卡。' },
    roles: { missing: '没有人能担任：{roles}', done: '每个岗位都有人可以担任', hint: '岗位要求了这些身份，但名单里没有这样的人。' },
    invited: { missing: '还没有邀请任何人', done: '{n} 人已加入', open: '邀请已建立，还没有人加入', hint: '建一个邀请，把二维码发到群里或打印出来。' },
    pending: { missing: '{n} 人等待审批', hint: '审批之前，他们不能打卡。' },
    printed: { missing: '还没打印二维码牌：{names}', done: '二维码牌都已打印', hint: '牌要挂在打卡点旁。' },
    calendar: { missing: '日历有未知的年份', done: '日历已知', hint: '' },
    warnings: { advice: '{names}：范围需要再看', hint: '' },
    officer: { advice: '牌上没有责任民警', hint: '“一校一警”：把民警的姓名和电话印在牌上。' },
  },
  {
    title: 'Set-up', note: 'What the school still lacks. Each line leads to where it is done.', ready: 'The set-up is complete', readyHint: 'The school is ready. All of the following is done.', missing: '{n} thing is missing | {n} things are missing', advice: '{n} suggestion besides | {n} suggestions besides', doneTitle: 'Done ({n})', go: 'Do it', see: 'See', assistant: 'Go through it with the assistant', level: { missing: 'Missing', advice: 'Advice', done: 'Done' },
    place: { missing: 'Where the school is has not been said', done: 'The place of the school is known', hint: 'It centres the maps, and warns of checkpoints far from the school.' },
    checkpoints: { missing: 'There is no checkpoint', done: '{n} checkpoint | {n} checkpoints', hint: 'Without checkpoints there are no signs, and nobody can check in.' },
    windows: { missing: 'There is no window', done: '{n} window | {n} windows', hint: 'They say when posts are staffed each week.' },
    bothWindows: { advice: 'Only drop-off or only pick-up has a window', hint: 'Most schools staff both.' },
    duties: { missing: 'There is no duty', done: '{n} duty | {n} duties', hint: 'Without duties there is no coverage to work out.' },
    unasked: { advice: '{names}: no duty asks for people there', hint: 'There is a checkpoint, but no window asks for it.' },
    head: { missing: 'No principal or safety officer', done: 'Principal or safety officer appointed', hint: 'Somebody must be able to approve people and to look at doubted check-ins.' },
    roles: { missing: 'Nobody can serve as: {roles}', done: 'There is somebody for every post', hint: 'Duties ask for these roles, but no member has one.' },
    invited: { missing: 'Nobody has been invited', done: '{n} person has joined | {n} people have joined', open: 'Invites are out; nobody has joined yet', hint: 'Make an invite and share its QR in a group, or print it.' },
    pending: { missing: '{n} person waits for approval | {n} people wait for approval', hint: 'Until then they cannot check in.' },
    printed: { missing: 'Signs not printed yet: {names}', done: 'All signs are printed', hint: 'A sign belongs beside its post.' },
    calendar: { missing: 'The calendar has unknown years', done: 'The calendar is known', hint: '' },
    warnings: { advice: '{names}: look at the area again', hint: '' },
    officer: { advice: 'No sign names the responsible officer', hint: 'Print the officer’s name and phone on the sign.' },
  },
);

export const t = words(checklist);
