/** The words of DESIGN section 1 and what every page says. */
import { area } from '.';

export const say = area(
  'terms',
  {
    product: '护学岗',
    tab: { today: '今天', scan: '打卡', history: '记录', me: '我的' },
    role: {
      police: '民警', auxiliary: '辅警', traffic_police: '交警', guard: '保安', school_leader: '带班领导',
      teacher: '教师', parent: '家长志愿者', volunteer: '社会志愿者', grid_worker: '网格员',
    },
    office: { principal: '校长', safety_officer: '安全负责人', station_chief: '派出所所长', bureau_officer: '教育局工作人员', admin: '管理员' },
    grade: { confirmed: '已确认', likely: '可信', claimed: '自报', contradicted: '存疑', rejected: '无效' },
    window: { drop_off: '上学', pick_up: '放学' },
    kind: { arrive: '到岗', still_here: '还在岗', leave: '离岗', pass: '巡逻经过' },
    post: {
      upcoming: '待到岗', gathering: '待到岗', ready: '已到齐', covered: '已到岗', grace: '未到齐', short: '缺岗', empty: '缺岗',
      excused: '已说明', unknown: '日历未知',
    },
    shift: { planned: '待接受', accepted: '已接受', declined: '不参加', handed_over: '已转交', cancelled: '已取消' },
    flag: {
      impossible_speed: '移动过快', shared_device: '多人共用手机', mock_location: '模拟定位', identical_coordinates: '坐标完全相同',
      clock_jump: '手机时钟跳动', outside_fence: '定位在岗位外', replayed_code: '动态码已过时', off_shift: '不在排班内',
    },
    clock: { good: '时间准', fair: '时间较准', poor: '时间不准' },
    fence: { inside: '在岗位范围内', uncertain: '在范围附近', missing: '没有位置', outside: '在岗位外' },
    proof: {
      screen_code: '动态码', screen_code_out_of_step: '动态码（已过时）', sign: '二维码牌', short_code: '短码', fence_only: '仅位置', correction: '补卡',
    },
    device: '手机',
    retry: '重试', cancel: '取消', close: '关闭', save: '保存', back: '返回', more: '继续加载', saved: '已保存', confirm: '确定',
    loading: '正在加载', ok: '好', comma: '、', or: '或', dash: '–', of: '{a} / {b}', people: '{n} 人', asOf: '{time} 更新',
    offline: '没有网络。显示的是 {time} 的内容，连上后自动更新。',
    offlineShort: '没有网络',
    failed: '没能完成', network: '没有连上服务器。请检查网络后重试。', request: '请求编号 {id}',
    notFound: '没有这个页面', notFoundHint: '地址可能已变。请回到今天。', toToday: '回到今天',
    update: '有新版本', updateNow: '更新', updateLater: '稍后',
  },
  {
    product: 'Guard posts',
    tab: { today: 'Today', scan: 'Check in', history: 'History', me: 'Me' },
    role: {
      police: 'Police officer', auxiliary: 'Auxiliary officer', traffic_police: 'Traffic police', guard: 'Guard', school_leader: 'School leader',
      teacher: 'Teacher', parent: 'Parent volunteer', volunteer: 'Community volunteer', grid_worker: 'Grid worker',
    },
    office: {
      principal: 'Principal', safety_officer: 'Safety officer', station_chief: 'Station chief', bureau_officer: 'Bureau officer', admin: 'Administrator',
    },
    grade: { confirmed: 'Confirmed', likely: 'Likely', claimed: 'Claimed', contradicted: 'Contradicted', rejected: 'Rejected' },
    window: { drop_off: 'Drop-off', pick_up: 'Pick-up' },
    kind: { arrive: 'Arrived', still_here: 'Still here', leave: 'Left', pass: 'Patrol pass' },
    post: {
      upcoming: 'Planned', gathering: 'Still to come', ready: 'All here', covered: 'Covered', grace: 'Not all here yet', short: 'Short', empty: 'Empty',
      excused: 'Excused', unknown: 'Calendar unknown',
    },
    shift: { planned: 'Asked', accepted: 'Accepted', declined: 'Declined', handed_over: 'Handed over', cancelled: 'Taken back' },
    flag: {
      impossible_speed: 'Moved too fast', shared_device: 'Phone used by others', mock_location: 'Mock location', identical_coordinates: 'Identical coordinates',
      clock_jump: 'Phone clock jumped', outside_fence: 'Position outside the post', replayed_code: 'Screen code out of date', off_shift: 'Not on the roster',
    },
    clock: { good: 'Clock good', fair: 'Clock fair', poor: 'Clock poor' },
    fence: { inside: 'Within the post', uncertain: 'Near the post', missing: 'No position', outside: 'Outside the post' },
    proof: {
      screen_code: 'Screen code', screen_code_out_of_step: 'Screen code, out of date', sign: 'Sign', short_code: 'Short code', fence_only: 'Position only', correction: 'Correction',
    },
    device: 'Phone',
    retry: 'Try again', cancel: 'Cancel', close: 'Close', save: 'Save', back: 'Back', more: 'Load more', saved: 'Saved', confirm: 'Confirm',
    loading: 'Loading', ok: 'OK', comma: ', ', or: ' or ', dash: '–', of: '{a} / {b}', people: '{n} person | {n} people', asOf: 'as of {time}',
    offline: 'No network. This is what was known at {time}; it renews itself once connected.',
    offlineShort: 'No network',
    failed: 'That did not work', network: 'The server could not be reached. Check the network and try again.', request: 'Request {id}',
    notFound: 'There is no such page', notFoundHint: 'The address may have changed. Go back to today.', toToday: 'Back to today',
    update: 'A new version is ready', updateNow: 'Update', updateLater: 'Later',
  },
);
