import { area } from '.';

export const say = area(
  'today',
  {
    title: '今天', help: '求助', hazards: '上报隐患', alerts: '预警', newAlerts: '{n} 条新预警', patrols: '我的巡逻', otherSchool: '换学校', schools: '学校',
    clock: '{kind} {from}–{to}', startsIn: '{left}后开始', endsIn: '{left}后结束', over: '已结束', by: '请于 {time} 前到岗',
    allHere: '{n} 个岗全部到岗', short: '{n} 个岗缺岗，缺 {m} 人', waiting: '{n} 个岗还没到齐', before: '{n} 个岗待到岗', unknown: '日历未知：今天是否上学还不知道',
    noSchool: '今天不上学', nothing: '今天没有岗位要求', nothingHint: '学校还没有为今天设岗。', done: '今天的护学时段已结束',
    posts: '各岗位', showAll: '全部 {n} 个岗', showLess: '收起', filled: '{filled}/{count}', since: '{time} 起缺 {n} 人', missing: '缺 {n} 人', here: '现在：{list}',
    nobody: '现在还没有人', wants: '需要 {roles}', mine: '我的岗',
    shifts: '我的班次', noShifts: '近 30 天没有班次', noShiftsHint: '学校排班后会出现在这里。没有排班也可以打卡。',
    moreShifts: '全部 {n} 个班次', today: '今天', accept: '接受', decline: '不参加', standIn: '请人代班', came: '已到岗', goCheckIn: '去打卡', change: '更改',
    declineTitle: '这个班次不参加', declineText: '不需要理由。学校会看到这个班次空出来，好另外安排。', accepted: '已接受', declined: '已告知学校',
    standInFor: '代班', handedOver: '已转交',
    queue: '{n} 条打卡已保存在本机，还没有发出', queueDead: '{n} 条打卡没能记录，请查看', coSign: '可以为 {n} 人联签', pending: '您加入“{name}”的申请还在等学校批准。',
    noSchoolYet: '您还没有加入学校', noSchoolYetHint: '请打开学校发的邀请链接，或扫邀请码加入。', search: '搜索学校', noMatch: '没有符合的学校', chosen: '正在看', schoolCount: '{n} 所学校',
  },
  {
    title: 'Today', help: 'Help', hazards: 'Report a hazard', alerts: 'Alerts', newAlerts: '{n} new alert | {n} new alerts', patrols: 'My patrols', otherSchool: 'Other school', schools: 'Schools',
    clock: '{kind} {from}–{to}', startsIn: 'starts in {left}', endsIn: 'ends in {left}', over: 'over', by: 'on post by {time}',
    allHere: 'All {n} post is covered | All {n} posts are covered', short: '{n} post short, {m} missing | {n} posts short, {m} missing', waiting: '{n} post not complete yet | {n} posts not complete yet', before: '{n} post planned | {n} posts planned', unknown: 'Calendar unknown: whether there is school today is not known',
    noSchool: 'No school today', nothing: 'No posts asked for today', nothingHint: 'The school has planned no posts for today.', done: 'The windows of today are over',
    posts: 'Posts', showAll: 'All {n} post | All {n} posts', showLess: 'Show fewer', filled: '{filled}/{count}', since: '{n} missing since {time}', missing: '{n} missing', here: 'Now: {list}',
    nobody: 'Nobody is there yet', wants: 'Needs {roles}', mine: 'My post',
    shifts: 'My shifts', noShifts: 'No shifts in the next 30 days', noShiftsHint: 'They appear here once the school plans them. You can check in without one.',
    moreShifts: 'All {n} shift | All {n} shifts', today: 'Today', accept: 'Accept', decline: 'Decline', standIn: 'Name a stand-in', came: 'On post', goCheckIn: 'Check in', change: 'Change',
    declineTitle: 'Decline this shift', declineText: 'No reason is asked. The school sees that the shift is free, and can plan anew.', accepted: 'Accepted', declined: 'The school was told',
    standInFor: 'Stand-in', handedOver: 'Handed over',
    queue: '{n} check-in saved on this phone, not sent yet | {n} check-ins saved on this phone, not sent yet', queueDead: '{n} check-in could not be recorded: please look | {n} check-ins could not be recorded: please look', coSign: 'You could co-sign {n} person | You could co-sign {n} people', pending: 'Your request to join “{name}” waits for the school.',
    noSchoolYet: 'You have not joined a school yet', noSchoolYetHint: 'Open the invite link of your school, or scan its invite code.', search: 'Search schools', noMatch: 'No school matches', chosen: 'Shown now', schoolCount: '{n} school | {n} schools',
  },
);
