import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

export const shell = area(
  'shell',
  {
    skip: '跳到正文', menu: '菜单', closeMenu: '关闭菜单', navigation: '主导航', language: 'English', languageName: 'en',
    inbox: '我收到的预警：{n} 条未读', signOut: '退出登录', signedInAs: '已登录：{name}', home: '选择机构', theme: '外观',
    group: { now: '今天', look_back: '回看', set_up: '设置', oversight: '辖区' },
    place: {
      choose: '选择学校或机构', change: '更换学校或机构', search: '按名称或编号查找', none: '没有找到。请换个名称，或清除搜索。',
      empty: '您还没有可以查看的机构', emptyHint: '请学校或教育局把您加入，并给您职务。加入后刷新本页。', count: '{n} 个机构', mine: '我的机构', all: '全部机构',
    },
    signIn: {
      title: '登录管理台', byPassword: '密码登录', bySms: '短信登录', phone: '手机号', password: '密码', code: '短信验证码',
      send: '获取验证码', sendAgain: '{n} 秒后可重发', sent: '如果该手机号已注册，验证码已发出，5 分钟内有效。', go: '登录',
      phoneHint: '11 位手机号', wait: '请 {time} 后再试。', volunteer: '只需要打卡？请扫岗位牌上的二维码，或', phoneApp: '打开手机应用',
      ended: '登录已失效，请重新登录。',
    },
    error: {
      notFound: '没有这个页面', notFoundHint: '地址可能已变动或打错了。', noRight: '您没有打开这个页面的权限',
      noRightHint: '需要“{right}”的权限。请找学校或教育局的管理员，或换一个账号登录。', home: '回到首页', otherAccount: '换一个账号',
      noPlace: '没有找到这个学校或机构，或您无权查看', noPlaceHint: '请从您的机构中选择，或换一个账号登录。', choose: '选择机构',
    },
    right: {
      read_set_up: '查看设置', read_coverage: '查看到岗覆盖', read_evidence: '查看打卡证据', read_members: '查看人员', read_audit: '查看审计日志',
      manage_organizations: '管理机构', edit_organization: '编辑机构', manage_members: '管理人员', manage_offices: '任免职务', manage_places: '管理打卡点', manage_patrols: '管理巡逻', manage_alerts: '管理预警',
      manage_rules: '管理时段和日历', plan_shifts: '安排班次', change_day: '调整当日', co_sign: '联签', amend_evidence: '处理打卡', check_in: '打卡', manage_keys: '管理密钥',
    },
  },
  {
    skip: 'Skip to the content', menu: 'Menu', closeMenu: 'Close the menu', navigation: 'Main navigation', language: '中文', languageName: 'zh-CN',
    inbox: 'What I was told: {n} unread', signOut: 'Sign out', signedInAs: 'Signed in: {name}', home: 'Choose an organization', theme: 'Appearance',
    group: { now: 'Today', look_back: 'Looking back', set_up: 'Set-up', oversight: 'Area' },
    place: {
      choose: 'Choose a school or organization', change: 'Change the school or organization', search: 'Find by name or number', none: 'Not found. Try another name, or clear the search.',
      empty: 'There is no organization for you to see yet', emptyHint: 'Ask the school or bureau to let you join and to give you an office. Then reload this page.', count: '{n} organization | {n} organizations', mine: 'My organizations', all: 'All organizations',
    },
    signIn: {
      title: 'Sign in to the desk', byPassword: 'Password', bySms: 'Text message', phone: 'Phone number', password: 'Password', code: 'Code from the text message',
      send: 'Send a code', sendAgain: 'Again in {n} s', sent: 'If that number is known, a code is on its way. It is good for 5 minutes.', go: 'Sign in',
      phoneHint: '11 digits', wait: 'Try again in {time}.', volunteer: 'Only checking in? Scan the sign at your post, or', phoneApp: 'open the phone app',
      ended: 'The session has ended. Please sign in again.',
    },
    error: {
      notFound: 'There is no such page', notFoundHint: 'The address may have changed, or has a mistake in it.', noRight: 'You do not have the right to open this page',
      noRightHint: 'It needs the right “{right}”. Ask the administrator of the school or bureau, or sign in with another account.', home: 'To the start', otherAccount: 'Another account',
      noPlace: 'This school or organization was not found, or is not yours to see', noPlaceHint: 'Choose one of yours, or sign in with another account.', choose: 'Choose an organization',
    },
    right: {
      read_set_up: 'see the set-up', read_coverage: 'see the coverage', read_evidence: 'see the evidence', read_members: 'see the people', read_audit: 'read the audit log',
      manage_organizations: 'manage organizations', edit_organization: 'edit the organization', manage_members: 'manage people', manage_offices: 'give and take offices', manage_places: 'manage checkpoints', manage_patrols: 'manage patrols', manage_alerts: 'manage alerts',
      manage_rules: 'manage windows and calendar', plan_shifts: 'plan shifts', change_day: 'change a day', co_sign: 'co-sign', amend_evidence: 'amend evidence', check_in: 'check in', manage_keys: 'manage keys',
    },
  },
);

export const t = words(shell);

/** The rights that have a word. */
export const RIGHTS: ReadonlySet<string> = new Set(Object.keys(shell.zh.right));
