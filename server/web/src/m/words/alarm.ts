import { area } from '.';

export const say = area(
  'alarm',
  {
    title: '一键求助', hold: '按住求助', holding: '继续按住…', hint: '按住 1 秒半。会立即通知在岗同事、带班领导、校长和派出所。', danger: '遇到危险请先拨打 110', call: '拨打 {n}',
    school: '学校', waits: '求助还没有发出。请拨打 110', where: '岗位', unknownPost: '不确定在哪个岗位', drill: '这是演练', drillHint: '通知照常发出，开头注明“演练”。', noSchool: '您还没有加入学校，不能求助。紧急时请拨打 110。',
    saved: '还没有发出', savedHint: '现在没有网络，没有人收到您的求助。请立即拨打 110 或大声呼救。一有网络就自动发出。', refused: '没有发出',
    state: { raised: '已发出，还没有人回应', acknowledged: '有人正在处理', handled: '已有人到场处理', closed: '已结束', withdrawn: '已撤回' },
    told: '已通知 {n} 人，{m} 人已读', none: '没有可以通知的人。请拨打 110。', at: '{time} 按下', by: '{name} {time}',
    step: { acknowledged: '开始处理', handled: '已到场', closed: '结束', withdrawn: '撤回' }, drillMark: '演练',
    withdraw: '误按，撤回', withdrawTitle: '撤回求助', withdrawText: '会告诉已收到的人：您撤回了。', reason: '原因', reasonNeeded: '请写明原因', wrongPress: '误按',
    acknowledge: '我来处理', handle: '已到场处理', handleTitle: '处理情况', handleText: '写明做了什么，会和求助一起留存。', textNeeded: '请写明处理情况', close: '结束', from: '{name} 求助', callThem: '拨打 {name} 的电话',
    position: '位置 {lon}, {lat}（精度 {m} 米）', done: '已记下', another: '再次求助', hear: '查看',
  },
  {
    title: 'Ask for help', hold: 'Hold for help', holding: 'Keep holding…', hint: 'Hold for a second and a half. Colleagues on post, the duty leader, the principal and the station are told at once.', danger: 'In danger, dial 110 first', call: 'Dial {n}',
    school: 'School', waits: 'Your call for help was not sent yet. Dial 110', where: 'Post', unknownPost: 'Not sure which post', drill: 'This is a drill', drillHint: 'It is told as usual, and says that it is a drill.', noSchool: 'You have not joined a school, so nobody can be told. In an emergency dial 110.',
    saved: 'Not sent yet', savedHint: 'There is no network: nobody was told. Dial 110 or call out now. It is sent as soon as there is a network.', refused: 'Not sent',
    state: { raised: 'Sent, nobody answered yet', acknowledged: 'Somebody sees to it', handled: 'Somebody was there', closed: 'Over', withdrawn: 'Taken back' },
    told: '{n} person told, {m} read it | {n} people told, {m} read it', none: 'There is nobody to tell. Dial 110.', at: 'pressed at {time}', by: '{name} at {time}',
    step: { acknowledged: 'Sees to it', handled: 'Was there', closed: 'Closed', withdrawn: 'Taken back' }, drillMark: 'Drill',
    withdraw: 'Pressed by mistake', withdrawTitle: 'Take it back', withdrawText: 'Whoever was told learns that you took it back.', reason: 'Reason', reasonNeeded: 'Give the reason', wrongPress: 'Pressed by mistake',
    acknowledge: 'I see to it', handle: 'I was there', handleTitle: 'What was done', handleText: 'Kept with the alarm.', textNeeded: 'Say what was done', close: 'Close', from: '{name} asks for help', callThem: 'Call {name}',
    position: 'Position {lon}, {lat} (within {m} m)', done: 'Noted', another: 'Ask again', hear: 'Look',
  },
);
