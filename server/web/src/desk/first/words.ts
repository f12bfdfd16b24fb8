import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const firstWords = area(
  'first',
  {
    title: '初始化护学岗', step: '第 {n} 步，共 3 步', steps: '管理员和机构 / 添加学校 / 打印岗位牌', intro: '建立管理这套系统的机构和第一位管理员。之后添加第一所学校。',
    organization: '机构名称', organizationHint: '例如：示范县教育局', name: '您的姓名', phone: '手机号', phoneHint: '用来登录', password: '密码', passwordHint: '至少 8 个字符，不能是手机号', show: '显示密码', hide: '隐藏密码', go: '建立并登录',
    over: '这套系统已经初始化', overHint: '请直接登录。忘记密码时，请管理服务器的人运行 huxue admin reset-password。', signIn: '去登录',
    noToken: '这个链接不完整', noTokenHint: '请完整复制服务器启动时显示的链接，或运行 huxue set-up-link 生成新的。',
  },
  {
    title: 'Set up the guard posts', step: 'Step {n} of 3', steps: 'Administrator and organization / Add a school / Print the signs', intro: 'Makes the organization that runs this server and its first administrator. The first school comes next.',
    organization: 'Name of the organization', organizationHint: 'Such as: Education Bureau of Shifan County', name: 'Your name', phone: 'Phone number', phoneHint: 'To sign in with', password: 'Password', passwordHint: 'At least 8 characters; not the phone number', show: 'Show the password', hide: 'Hide the password', go: 'Make it and sign in',
    over: 'This server is set up already', overHint: 'Sign in. If the password was forgotten, whoever runs the server can run huxue admin reset-password.', signIn: 'To sign-in',
    noToken: 'This link is not complete', noTokenHint: 'Copy the whole link that the server showed when it started, or run huxue set-up-link for a new one.',
  },
);

export const t = words(firstWords);
