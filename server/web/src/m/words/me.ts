import { area } from '.';

export const say = area(
  'me',
  {
    title: '我的', phone: '手机 {phone}', pending: '待学校批准', inCharge: '队长', language: '语言', name: '姓名', password: '密码', consents: '我的同意', sessions: '登录的设备', data: '我的数据', install: '安装到桌面', coSign: '联签', desk: '打开管理端',
    installHow: '在浏览器菜单里点“添加到主屏幕”。', installed: '已安装', signOut: '退出登录', signOutTitle: '退出登录', signOutText: '这部手机上的登录会结束。', signOutUnsent: '还有 {n} 条记录没发出。它们会留在这部手机上，您再登录后自动发出。',
    nameHint: '姓名会显示在您的班次和打卡里，以前的也一样。', nameNeed: '请输入姓名',
    passwordNow: '现在的密码', passwordNew: '新密码', passwordHint: '8 到 128 个字符。改后，其他设备上的登录都会结束。', passwordNeed: '请输入', passwordShort: '至少 8 个字符', byCode: '改用短信验证码', byPassword: '改用现在的密码', code: '验证码', getCode: '获取验证码', codePhone: '您的手机号', changed: '密码已改',
    again: '{n} 秒后可重发', noPassword: '您还没有密码。用短信验证码设置一个。',
    consentLead: '您可以随时查看、同意或撤回。', kind: { terms: '参加护学岗', location: '使用位置' }, given: '已同意', notGiven: '未同意', newText: '内容有更新，请重新选择', answered: '{time} 选择', give: '同意', withdraw: '撤回',
    withdrawTitle: '撤回使用位置', withdrawText: '撤回后，打卡不再附位置。您照样可以上岗和打卡，证据等级可能较低；“我在这里”不能再用。以前的位置按期删除。', withdrawTerms: '参加期间不能撤回。要退出，请在“我的数据”里注销账号。', answeredDone: '已记下',
    current: '这部设备', since: '{time} 登录', seen: '{time} 用过', end: '结束登录', endTitle: '结束“{name}”的登录', endText: '那部设备要重新登录。上面没发出的打卡不会丢失。', ended: '已结束',
    exportTitle: '导出我的数据', exportText: '一个 JSON 文件：您的资料、身份、同意、班次、打卡和凭据。', exportDo: '导出', exported: '已导出',
    deleteTitle: '注销账号', deleteText: '注销后，您的姓名、手机号、位置和登录都会删除，身份和班次结束，不能恢复。打卡记录是学校到岗的证据，会保留，但不再显示是您。', deleteDo: '注销账号', deleteSure: '再次确认：注销账号', deleteSureText: '这一步不能撤销。', deleteProof: '请证明是您本人', unsent: '还有 {n} 条打卡没发出，请先发出再注销。', unsentLetters: '还有 {n} 条其他内容没发出，请先发出再注销。', deleted: '账号已注销',
  },
  {
    title: 'Me', phone: 'Phone {phone}', pending: 'waits for the school', inCharge: 'in charge', language: 'Language', name: 'Name', password: 'Password', consents: 'My consents', sessions: 'Signed-in devices', data: 'My data', install: 'Add to home screen', coSign: 'Co-sign', desk: 'Open the desk',
    installHow: 'Choose “Add to home screen” in the browser’s menu.', installed: 'Installed', signOut: 'Sign out', signOutTitle: 'Sign out', signOutText: 'This phone is signed out.', signOutUnsent: '{n} record is not sent yet. It stays on this phone and goes out when you sign in again. | {n} records are not sent yet. They stay on this phone and go out when you sign in again.',
    nameHint: 'It shows with your shifts and check-ins, earlier ones included.', nameNeed: 'Enter your name',
    passwordNow: 'Current', passwordNew: 'New', passwordHint: '8 to 128 characters. Your other devices are signed out.', passwordNeed: 'Please fill this in', passwordShort: 'At least 8 characters', byCode: 'Use a text message code instead', byPassword: 'Use the current password instead', code: 'Code', getCode: 'Send code', codePhone: 'Your phone', changed: 'Password changed',
    again: 'Again in {n} s', noPassword: 'You have no password yet. Set one by a text message code.',
    consentLead: 'You can read, give or withdraw these at any time.', kind: { terms: 'Taking part', location: 'Use of my position' }, given: 'Agreed', notGiven: 'Not agreed', newText: 'The text has changed: please choose again', answered: 'answered {time}', give: 'Agree', withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw the use of my position', withdrawText: 'Check-ins then carry no position. You can serve and check in all the same, with a grade that may be lower; “I am here” cannot be used. Earlier positions are deleted on schedule.', withdrawTerms: 'Cannot be withdrawn while you take part. To leave, delete your account under “My data”.', answeredDone: 'Noted',
    current: 'This device', since: 'signed in {time}', seen: 'used {time}', end: 'Sign out', endTitle: 'Sign out “{name}”', endText: 'That device has to sign in again. Its unsent check-ins are not lost.', ended: 'Signed out',
    exportTitle: 'Export my data', exportText: 'One JSON file: your profile, roles, consents, shifts, check-ins and receipts.', exportDo: 'Export', exported: 'Exported',
    deleteTitle: 'Delete my account', deleteText: 'Your name, phone number, positions and sessions are deleted, your roles and shifts end, and this cannot be undone. Check-ins are the school’s evidence and are kept, no longer showing that they were yours.', deleteDo: 'Delete my account', deleteSure: 'Once more: delete my account', deleteSureText: 'This cannot be undone.', deleteProof: 'Show that it is you', unsent: '{n} check-in is not sent yet: send it first. | {n} check-ins are not sent yet: send them first.', unsentLetters: '{n} other record is not sent yet: send it first. | {n} other records are not sent yet: send them first.', deleted: 'The account was deleted',
  },
);
