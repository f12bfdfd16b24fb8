import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const assistant = area(
  'assistant',
  {
    title: '设置助手', note: '从零到打印出二维码牌，大约五分钟。随时可以离开，回来接着做。', steps: '步骤', step: '第 {n} 步，共 {of} 步', done: '已完成', next: '下一步', back: '上一步', skip: '以后再做', finish: '完成，看设置总览',
    school: { title: '学校', does: '建立学校。名称会印在牌上。', name: '学校名称', namePlaceholder: '例如：青禾县实验小学', type: '学校类型', code: '编号（可不填）', codeHint: '教育局使用的编号', under: '属于{name}', create: '建立学校', other: '其他', made: '学校已建立', kept: '学校名称', edit: '保存' },
    place: { title: '校门位置', does: '说明校门在哪里。打卡点会放在它周围，之后都能在地图上移动。', pick: '在地图上点出校门，或填坐标。', save: '就是这里', saved: '位置已保存', known: '已知位置', from: '坐标可以从高德、百度地图复制，请选对坐标系：选错会偏几百米。', unknown: '还没有选位置' },
    template: {
      title: '模板', does: '选一种布岗方式，一次做好打卡点、护学时段和岗位要求。之后都能改。', starts: '上课时间', dismissal: '放学时间', fenceOnly: '不扫码，人在范围内也可以打卡', apply: '按这个模板设置', made: '已做好：{posts} 个打卡点、{windows} 个时段、{duties} 项岗位要求',
      have: '学校已经有护学时段，不能再套用模板。请直接修改。', needPlace: '请先选好校门位置', people: '每个时段 {n} 人', posts: '{n} 个打卡点', toRules: '去修改时段与岗位', recommended: '适合这类学校', dismissalLater: '放学时间要晚于上课时间', preview: '会做成这样',
    },
    times: { title: '护学时段', does: '核对每个时段的时间。夏冬作息不同的，以后可以定好从哪天起改。', save: '保存时间', same: '时间没有改动', saved: '时间已保存', onPost: '提前到岗（分钟）' },
    invites: { title: '邀请人员', does: '每种身份建一个邀请：发到群里，或打印出来。对方扫码、填姓名和手机号就加入。', need: '岗位需要的身份', have: '已有 {n} 人', open: '邀请可用', make: '建立邀请', share: '二维码', head: '校长或安全负责人', headHint: '能审批人员、处理存疑的打卡。', give: '任命', given: '已任命', headElse: '请教育局任命', auto: '加入不用审批', byStation: '可由划入的派出所派人，也可以在这里邀请' },
    print: { title: '打印', does: '打印全校的二维码牌，挂在各打卡点旁。', done: '已经打印，完成' },
  },
  {
    title: 'Set-up assistant', note: 'From nothing to printed signs in about five minutes. Leave at any time and go on later.', steps: 'Steps', step: 'Step {n} of {of}', done: 'done', next: 'Next', back: 'Back', skip: 'Later', finish: 'Done: see the set-up',
    school: { title: 'School', does: 'Adds the school. Its name is printed on the signs.', name: 'Name of the school', namePlaceholder: 'For example: Qinghe Experimental Primary School', type: 'Kind of school', code: 'Number (optional)', codeHint: 'The number that the bureau uses', under: 'under {name}', create: 'Add the school', other: 'Other', made: 'The school was added', kept: 'Name of the school', edit: 'Save' },
    place: { title: 'Where the gate is', does: 'Says where the gate is. Checkpoints are put around it; all can be moved on the map later.', pick: 'Click the gate on the map, or enter coordinates.', save: 'This is the place', saved: 'The place is saved', known: 'The place is known', from: 'Coordinates can be copied from Amap or Baidu. Choose the right datum: a wrong one is off by hundreds of metres.', unknown: 'No place is chosen yet' },
    template: {
      title: 'Template', does: 'Choose how the school is staffed: checkpoints, windows and duties are made in one go, and all can be changed later.', starts: 'School starts', dismissal: 'Dismissal', fenceOnly: 'Being inside is enough: no code needed', apply: 'Set up like this', made: 'Made: {posts} checkpoints, {windows} windows, {duties} duties',
      have: 'The school has windows already, so no template can be applied. Edit what is there.', needPlace: 'Choose the place of the gate first', people: '{n} person each time | {n} people each time', posts: '{n} checkpoint | {n} checkpoints', toRules: 'Edit windows and duties', recommended: 'suits this kind of school', dismissalLater: 'Dismissal is after school starts', preview: 'What will be made',
    },
    times: { title: 'Windows', does: 'Check the times of each window. For other times in winter, set a change from a date on later.', save: 'Save the times', same: 'The times are unchanged', saved: 'The times are saved', onPost: 'On post before (min)' },
    invites: { title: 'Invite people', does: 'Make an invite for each role: share it in a group, or print it. Whoever scans it enters name and phone number, and has joined.', need: 'Roles that duties ask for', have: '{n} has joined | {n} have joined', open: 'invite open', make: 'Make an invite', share: 'QR', head: 'Principal or safety officer', headHint: 'Approves people and looks at doubted check-ins.', give: 'Appoint', given: 'Appointed', headElse: 'The bureau appoints', auto: 'No approval needed', byStation: 'The station of this school may send them, or invite them here' },
    print: { title: 'Print', does: 'Print the signs of the whole school and hang each beside its post.', done: 'Printed: done' },
  },
);

export const t = words(assistant);
