/** What the screen says, in both languages. A key that one lacks does not compile. */
import type { Lang } from '@/shared/lang';

const zh = {
  product: '护学岗',
  scan: '到岗请扫码', how: '用微信或手机相机扫这个码。码每 {n} 秒更换，请在现场扫。',
  left: '{n} 秒后换码', changing: '正在换码', waking: '正在连接',
  network: '没有连上网络，正在重试。码已隐藏，恢复后自动显示。', useSign: '请先扫岗位牌上的二维码，或输入牌下的短码。',
  revoked: '这个屏幕链接无效或已停用', revokedHint: '请学校重新设置屏幕。',
  fullscreen: '全屏', language: 'English',
  state: {
    upcoming: '待到岗', gathering: '待到岗', ready: '已到齐', covered: '已到岗', grace: '未到齐', short: '缺岗', empty: '缺岗', excused: '已说明', unknown: '日历未知',
  },
  phase: { no_school: '今天不上学', nothing_planned: '今天没有岗位要求', done: '今天的护学时段已结束' },
  filled: '{a} / {b} 人', missing: '缺 {n} 人', since: '{time} 起缺 {n} 人',
  window: '{kind} {from}–{to}', startsIn: '{left}后开始', endsIn: '{left}后结束', by: '请于 {time} 前到岗',
  kind: { drop_off: '上学', pick_up: '放学' },
  here: '现在在岗', nobody: '现在还没有人', people: '{n} 人',
  role: {
    police: '民警', auxiliary: '辅警', traffic_police: '交警', guard: '保安', school_leader: '带班领导',
    teacher: '教师', parent: '家长志愿者', volunteer: '社会志愿者', grid_worker: '网格员',
  },
};

const en: typeof zh = {
  product: 'Guard posts',
  scan: 'Scan to check in', how: 'Scan with WeChat or the phone’s camera. The code changes every {n} s, so scan it here.',
  left: 'next code in {n} s', changing: 'Changing the code', waking: 'Connecting',
  network: 'No network, trying again. The code is hidden and comes back by itself.', useSign: 'Scan the sign of the post meanwhile, or type the short code below it.',
  revoked: 'This screen’s link is not valid or was revoked', revokedHint: 'Ask the school to set up the screen again.',
  fullscreen: 'Full screen', language: '中文',
  state: {
    upcoming: 'Planned', gathering: 'Still to come', ready: 'All here', covered: 'Covered', grace: 'Not all here yet', short: 'Short', empty: 'Empty', excused: 'Excused', unknown: 'Calendar unknown',
  },
  phase: { no_school: 'No school today', nothing_planned: 'No posts asked for today', done: 'The windows of today are over' },
  filled: '{a} of {b}', missing: '{n} missing', since: '{n} missing since {time}',
  window: '{kind} {from}–{to}', startsIn: 'starts in {left}', endsIn: 'ends in {left}', by: 'on post by {time}',
  kind: { drop_off: 'Drop-off', pick_up: 'Pick-up' },
  here: 'On post now', nobody: 'Nobody is there yet', people: '{n}',
  role: {
    police: 'Police officer', auxiliary: 'Auxiliary officer', traffic_police: 'Traffic police', guard: 'Guard', school_leader: 'School leader',
    teacher: 'Teacher', parent: 'Parent volunteer', volunteer: 'Community volunteer', grid_worker: 'Grid worker',
  },
};

export type Words = typeof zh;
export const catalogues: Record<Lang, Words> = { zh, en };

/** A sentence with its gaps filled. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
