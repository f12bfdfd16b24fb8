import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const people = area(
  'people',
  {
    title: '人员与邀请', note: '志愿者自愿参加。手机号默认隐去中间四位，每次查看完整号码都会记录。', members: '人员', invites: '邀请', label: '人员名单',
    name: '姓名', capacity: '身份 / 职务', phone: '手机号', state: '状态', since: '加入', actions: '操作', inCharge: '负责人', allStates: '全部状态', allRoles: '全部身份与职务',
    states: { pending: '待审批', active: '在册', declined: '未通过', ended: '已结束' },
    show: '查看号码', shown: '号码：{phone}。这次查看已记录。', noPhone: '没有手机号', approve: '通过', decline: '不通过', approved: '已通过：{name}', declineTitle: '不通过“{name}”的加入申请吗？', declineText: '对方会看到没有通过，可以再次申请。', declined: '已告知“{name}”',
    end: '结束', endTitle: '结束“{name}”的{what}身份吗？', endText: '对方不再能在这里打卡或查看。以前的打卡记录保留。之后可以再次邀请。', ended: '“{name}”的身份已结束', lead: '设为负责人', unlead: '不再负责', leadHint: '保安负责人可以为同岗的人联签', pendingCount: '{n} 人等待审批', seePending: '去审批',
    office: { give: '任命职务', name: '姓名', phone: '手机号', office: '职务', hint: '还没有账号的人，会用短信验证码登录。', save: '任命', saved: '已任命', badPhone: '请填 11 位手机号' },
    empty: '还没有人员', emptyHint: '建一个邀请，把二维码发到群里或打印出来。对方扫码，填姓名和手机号即可加入。', file: '人员',
    invite: {
      add: '新建邀请', file: '邀请', column: { role: '身份', note: '备注', state: '状态', uses: '已加入', until: '到期' }, empty: '还没有邀请', emptyHint: '一个邀请对应一种身份。可以发到群里，也可以打印张贴。', role: '身份', note: '备注', noteHint: '只有管理的人看得到，例如：三年级二班家长群', expires: '有效期', days: '{n} 天', limit: '最多几人（可不填）', auto: '不用审批，直接加入', autoHint: '链接传到哪里，哪里的人就能加入。不放心时请保留审批。', inCharge: '加入后为负责人（可联签）',
      create: '建立邀请', created: '邀请已建立', uses: '已加入 {n} 人', usesOf: '已加入 {n} / {limit} 人', until: '{date} 到期', expired: '已到期', full: '已满', revoked: '已停用', open: '可用', revoke: '停用', revokeTitle: '停用这个邀请吗？', revokeText: '链接和二维码立即失效。已经加入的人不受影响。', revokedNow: '邀请已停用', qr: '二维码与链接', copy: '复制链接', copied: '链接已复制', print: '打印', auto2: '直接加入', approval: '需审批',
      printTitle: '加入{school}护学岗', printRole: '身份：{role}', step1: '用微信或手机相机扫码', step2: '填写姓名和手机号', step3: '自愿参加，可随时退出', printUntil: '有效期至 {date}', badLimit: '请填 1 到 10000 的整数', showOver: '显示已失效的（{n}）',
    },
  },
  {
    title: 'People and invites', note: 'Volunteers take part of their own will. The middle of phone numbers is hidden; each look at a whole number is recorded.', members: 'People', invites: 'Invites', label: 'Members',
    name: 'Name', capacity: 'Role / office', phone: 'Phone', state: 'State', since: 'Since', actions: 'Actions', inCharge: 'in charge', allStates: 'Every state', allRoles: 'Every role and office',
    states: { pending: 'Waiting for approval', active: 'Active', declined: 'Declined', ended: 'Ended' },
    show: 'Show number', shown: 'Number: {phone}. This look was recorded.', noPhone: 'There is no phone number', approve: 'Approve', decline: 'Decline', approved: 'Approved: {name}', declineTitle: 'Decline “{name}”?', declineText: 'They will see that, and may ask again.', declined: '“{name}” was told',
    end: 'End', endTitle: 'End “{name}” as {what}?', endText: 'They can no longer check in or look things up here. Past check-ins stay. They can be invited again.', ended: '“{name}” has ended here', lead: 'Put in charge', unlead: 'No longer in charge', leadHint: 'A guard in charge may co-sign at the same post', pendingCount: '{n} person waits for approval | {n} people wait for approval', seePending: 'See them',
    office: { give: 'Give an office', name: 'Name', phone: 'Phone number', office: 'Office', hint: 'Whoever has no account yet signs in by text message.', save: 'Give', saved: 'The office was given', badPhone: '11 digits' },
    empty: 'Nobody is here yet', emptyHint: 'Make an invite and share its QR in a group, or print it. Whoever scans it enters name and phone number, and has joined.', file: 'people',
    invite: {
      add: 'New invite', file: 'invites', column: { role: 'Role', note: 'Note', state: 'State', uses: 'Joined', until: 'Good until' }, empty: 'There is no invite yet', emptyHint: 'An invite is for one role. Share it in a group, or print it and put it up.', role: 'Role', note: 'Note', noteHint: 'For those who manage invites, such as “parents of class 3.2”', expires: 'Good for', days: '{n} day | {n} days', limit: 'At most (optional)', auto: 'No approval needed', autoHint: 'Whoever gets the link can join. When in doubt, keep the approval.', inCharge: 'In charge once joined (may co-sign)',
      create: 'Make the invite', created: 'The invite is made', uses: '{n} person joined | {n} people joined', usesOf: '{n} of {limit} joined', until: 'until {date}', expired: 'Expired', full: 'Full', revoked: 'Revoked', open: 'Open', revoke: 'Revoke', revokeTitle: 'Revoke this invite?', revokeText: 'Link and QR stop working at once. Those who have joined stay.', revokedNow: 'The invite was revoked', qr: 'QR and link', copy: 'Copy the link', copied: 'Link copied', print: 'Print', auto2: 'no approval', approval: 'with approval',
      printTitle: 'Join the guard posts of {school}', printRole: 'As: {role}', step1: 'Scan with WeChat or your camera', step2: 'Enter your name and phone number', step3: 'It is voluntary; leave at any time', printUntil: 'Good until {date}', badLimit: 'A whole number from 1 to 10000', showOver: 'Show those that are over ({n})',
    },
  },
);

export const t = words(people);
