import { area } from '.';

export const say = area(
  'patrol',
  {
    title: '巡逻', none: '今天没有巡逻线路', noneHint: '所里建好线路后会出现在这里。', points: '{n} 个点', today: '今天 {done} / {planned} 次', month: '本月 {done} / {planned} 次', allDay: '全天', notToday: '今天不要求', begin: '走到任一点打卡就开始', progress: '已到 {done} / {whole} 点', until: '{time} 前走完',
    next: '下一点', metres: '约 {m} 米', kilometres: '约 {km} 公里', noPlace: '打开定位可显示距离', notBefore: '{time} 以后打卡', stay: '停留 {n} 分钟，走前再打一次', here: '巡逻打卡', all: '各巡逻点', sent: '已打卡，待上传', complete: '这一次已走完', completeAt: '{time} 走完',
    state: { missing: '未到', early: '过早', rushed: '过快', too_short: '停留不足', done: '已到' }, give: '结束这次巡逻', giveTitle: '结束这次巡逻吗？', giveText: '已到的点会保留，这一次记为未走完。', reason: '原因', reasonHint: '例如：接警出动', needReason: '请填写原因', given: '已结束这次巡逻', over: { completed: '已走完', timed_out: '超过时限', given_up: '中途结束' }, before: '今天走过的', gone: '今天没有这条线路，可能已改。',
  },
  {
    title: 'Patrol', none: 'No routes to walk today', noneHint: 'Routes of your station appear here.', points: '{n} points', today: '{done} of {planned} rounds today', month: '{done} of {planned} rounds this month', allDay: 'all day', notToday: 'not asked for today', begin: 'Check in at any point to begin', progress: '{done} of {whole} points', until: 'to be walked by {time}',
    next: 'Next point', metres: 'about {m} m', kilometres: 'about {km} km', noPlace: 'Turn location on to see distances', notBefore: 'from {time} on', stay: 'stay {n} min and check in again before you go', here: 'Patrol pass', all: 'All points', sent: 'checked in, waiting to be sent', complete: 'This round is complete', completeAt: 'complete at {time}',
    state: { missing: 'missing', early: 'too early', rushed: 'too fast', too_short: 'too short', done: 'done' }, give: 'End this round', giveTitle: 'End this round?', giveText: 'The points you reached stay on record; the round counts as partial.', reason: 'Reason', reasonHint: 'Such as: called to an incident', needReason: 'Please give the reason', given: 'The round was ended', over: { completed: 'complete', timed_out: 'timed out', given_up: 'ended early' }, before: 'Walked today', gone: 'There is no such route today; it may have changed.',
  },
);
