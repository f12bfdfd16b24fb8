import { area } from '.';

export const say = area(
  'sign_in',
  {
    title: '登录', lead: '到岗打卡，今天的班次，我的记录。',
    phone: '手机号', password: '密码', code: '验证码', getCode: '获取验证码', again: '{n} 秒后可重发', sent: '如果该号码已登记，验证码已发出，五分钟内有效。',
    byPassword: '密码登录', byCode: '短信验证码登录', submit: '登录',
    needPhone: '请输入手机号', needPassword: '请输入密码', needCode: '请输入 6 位验证码',
    wait: '请在 {n} 秒后再试。',
    ended: '登录已失效，请重新登录。手机上没发出的打卡还在，登录后自动发出。',
    queued: '这部手机上有 {n} 条记录等您登录后发出。',
    join: '还没有账号？请打开学校发的邀请链接，或扫邀请码加入。',
    language: 'English',
  },
  {
    title: 'Sign in', lead: 'Check in at your post, see your shifts and your history.',
    phone: 'Phone number', password: 'Password', code: 'Code', getCode: 'Send code', again: 'Again in {n} s', sent: 'If that number is known, a code is on its way. It is good for five minutes.',
    byPassword: 'Password', byCode: 'Text message code', submit: 'Sign in',
    needPhone: 'Enter your phone number', needPassword: 'Enter your password', needCode: 'Enter the six digits',
    wait: 'Try again in {n} s.',
    ended: 'The session has ended. Please sign in again. Unsent check-ins are still on this phone and go out then.',
    queued: '{n} record on this phone waits for you to sign in. | {n} records on this phone wait for you to sign in.',
    join: 'No account yet? Open the invite link of your school, or scan its invite code.',
    language: '中文',
  },
);
