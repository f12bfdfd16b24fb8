import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const boardWords = area(
  'board',
  {
    live: '实时', connecting: '正在连接', reconnecting: '连接中断，{time} 起正在重连', again: '现在重连', stale: '下面是 {time} 的情况。',
    gapsTitle: '（{n} 处缺岗）',
    sum: {
      gaps: '{n} 个岗位缺岗，共缺 {missing} 人', all: '各岗位都有人', grace: '{n} 个岗位还差人，共 {missing} 人', before: '{time} 开始护学，还有 {left}', gathering: '{time} 开始护学，应已到岗：还差 {missing} 人',
      ready: '{time} 开始护学，人员已到齐', done: '今天的护学时段已结束', no_school: '今天不上学，不需要护学', nothing_planned: '今天没有岗位要求', unknown: '日历未知：不能判断今天是否上学',
    },
    hint: {
      done: '完整的数字和证据在当天的页面。', no_school: '{reason}', nothing_planned: '请在设置中添加护学时段和岗位要求。', unknown: '请教育局导入国务院的放假安排，或在日历中确定今天。',
    },
    toDay: '看当天证据', toDayOf: '看 {date} 的证据', resort: '按缺岗重新排序',
    state: { upcoming: '未开始', gathering: '待到岗 {n} 人', ready: '已到齐', covered: '到岗', grace: '还差 {n} 人', short: '缺岗 {n} 人', empty: '无人，缺 {n} 人', excused: '已说明', unknown: '日历未知' },
    since: '已 {time}', people: '{roles} {n} 人', post: '岗位', timeline: '时间', minutes: '已覆盖 / 应覆盖', ofMinutes: '{covered} / {required} 分',
    couldGo: '谁可以去', colon: '：', nobody: '暂无可调的人', free: '今天有班次，未在岗', surplus: '在{place}，那里多一人', moreGo: '另有 {n} 人', expected: '待到', noShift: '没有安排班次',
    bar: '{post}：{from} 至 {to}。{state}。', barGap: '{from} 起缺 {n} 人。', barClosed: '{from} 至 {to} 缺 {n} 人。', here: '在岗：{names}。', someone: '一人', anonymous: '{role}',
    drawer: {
      onPost: '现在在岗', nobodyHere: '现在无人在岗', since: '{time} 起', until: '证明有效至 {time}', notCounted: { role: '该岗位不要求此身份，不计入', grade: '证据等级不够，不计入' },
      shifts: '班次', came: '已到', notCome: '未到', noShifts: '没有安排班次。到岗的人照常计入。', couldGo: '谁可以去', call: '打电话', noNumber: '号码由所属单位保管', recorded: '查看号码会留下记录。请先打电话商量，到岗后扫牌即计入。', evidence: '今天在这里的打卡', excuse: '说明缺岗原因', day: '看每一分钟的证据', plan: '安排班次',
      reason: '已说明：{reason}', minGrade: '每 {n} 分钟需有新的打卡证明',
    },
    excuse: {
      title: '说明“{post}”的缺岗原因', text: '该岗位今天{window}的缺岗将标为“已说明”，不计入到岗率。打卡证据不变，可以撤销。', yes: '记录', done: '已记录原因', undone: '已撤销',
      hint: '会随当天的数字一起显示', rain: '暴雨停岗', moved: '警力临时调派', event: '校内活动调整', whole: '整个时段都这样处理', rest: '当天',
    },
    legend: '图例', closed: '已结束的缺岗',
  },
  {
    live: 'Live', connecting: 'Connecting', reconnecting: 'Connection lost, reconnecting since {time}', again: 'Reconnect now', stale: 'What is shown is how it was at {time}.',
    gapsTitle: '({n} short)',
    sum: {
      gaps: '{n} post is short, {missing} missing in all | {n} posts are short, {missing} missing in all', all: 'Every post is staffed', grace: '{n} post needs {missing} more | {n} posts need {missing} more in all', before: 'Starts at {time}, in {left}', gathering: 'Starts at {time}; people should be here by now: {missing} still to come',
      ready: 'Starts at {time}; everybody is here', done: 'The windows of today are over', no_school: 'No school today, no posts to staff', nothing_planned: 'No duties are asked for today', unknown: 'Calendar unknown: whether there is school today cannot be said',
    },
    hint: {
      done: 'The complete figures and their evidence are on the page of the day.', no_school: '{reason}', nothing_planned: 'Add windows and duties in the set-up.', unknown: 'Ask the bureau to load the national notice, or decide today in the calendar.',
    },
    toDay: 'Evidence of the day', toDayOf: 'Evidence of {date}', resort: 'Sort worst first again',
    state: { upcoming: 'Not yet', gathering: '{n} still to come', ready: 'All here', covered: 'Staffed', grace: '{n} more needed', short: 'Short of {n}', empty: 'Empty, {n} missing', excused: 'Excused', unknown: 'Calendar unknown' },
    since: 'for {time}', people: '{roles}, {n}', post: 'Post', timeline: 'Time', minutes: 'Covered / required', ofMinutes: '{covered} / {required} min',
    couldGo: 'Who could go', colon: ': ', nobody: 'Nobody is free', free: 'has a shift today, not on post', surplus: 'at {place}, which has one too many', moreGo: '{n} more', expected: 'Expected', noShift: 'No shift planned',
    bar: '{post}: {from} to {to}. {state}.', barGap: '{n} missing since {from}.', barClosed: '{n} missing from {from} to {to}.', here: 'On post: {names}.', someone: 'somebody', anonymous: '{role}',
    drawer: {
      onPost: 'On post now', nobodyHere: 'Nobody is on post now', since: 'since {time}', until: 'proven until {time}', notCounted: { role: 'not counted: this post asks for other roles', grade: 'not counted: the evidence is too weak' },
      shifts: 'Shifts', came: 'here', notCome: 'not here yet', noShifts: 'No shifts are planned. Whoever comes counts all the same.', couldGo: 'Who could go', call: 'Call', noNumber: 'Their own unit keeps the number', recorded: 'Each look at a number is recorded. Ask them by phone; once they scan the sign there, they count.', evidence: 'Check-ins here today', excuse: 'Say why it is short', day: 'Evidence of every minute', plan: 'Plan shifts',
      reason: 'Excused: {reason}', minGrade: 'a new check-in is needed every {n} minutes',
    },
    excuse: {
      title: 'Say why “{post}” is short', text: 'The gaps of this post in today’s {window} are marked “excused” and left out of the rates. The evidence stays as it is. This can be undone.', yes: 'Record', done: 'The reason is recorded', undone: 'Taken back',
      hint: 'Shown with the figures of the day', rain: 'Stood down for heavy rain', moved: 'Police called elsewhere', event: 'School event', whole: 'For the whole window', rest: 'day',
    },
    legend: 'Legend', closed: 'Gap that has closed',
  },
);

export const t = words(boardWords);
