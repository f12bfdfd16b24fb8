import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const jobs = area(
  'jobs',
  {
    title: '后台工作', note: '服务器自己做的事：上次何时做、结果如何、下次何时。', last: '上次', outcome: '结果', next: '下次', state: '状态', never: '还没有做过',
    everySecond: '每秒', everyMinute: '每分钟', everyDay: '每天', oneServer: '一台服务器做', everyServer: '每台服务器都做',
    running: '正在做', failed: '失败 {n} 次', good: '正常', waits: '等待',
    nothing: '–', count: { messages: '写好 {n} 条消息', sent: '发出 {n} 条消息', days: '保存 {n} 天数据', coarsened: '变粗 {n} 个位置', deleted: '删除 {n} 个位置' },
    job: { alerts: '预警', outbox: '发送消息', finalize: '结算到岗数据', retention: '位置到期处理' },
    what: { alerts: '查看各校、派出所和教育局现在有什么不对，通知相关人员。', outbox: '发送等待中的消息，失败的稍后再试。', finalize: '保存已成定局的当日数据；有变化的重新计算。', retention: '位置到期先变粗，再删除。' },
  },
  {
    title: 'Background work', note: 'What the servers do by themselves: when it was done last, what it came to, and when it is due.', last: 'Last', outcome: 'Outcome', next: 'Next', state: 'State', never: 'not yet',
    everySecond: 'each second', everyMinute: 'each minute', everyDay: 'each day', oneServer: 'by one server', everyServer: 'by every server',
    running: 'running', failed: 'failed {n} time | failed {n} times', good: 'well', waits: 'waits',
    nothing: '–', count: { messages: '{n} message written | {n} messages written', sent: '{n} message sent | {n} messages sent', days: '{n} day stored | {n} days stored', coarsened: '{n} position made coarse | {n} positions made coarse', deleted: '{n} position deleted | {n} positions deleted' },
    job: { alerts: 'Alerts', outbox: 'Sending messages', finalize: 'Final figures', retention: 'Positions' },
    what: { alerts: 'Looks what is wrong at schools, stations and bureaus, and tells people.', outbox: 'Sends what waits, and tries again what failed.', finalize: 'Stores days that became final, and computes again what changed.', retention: 'Makes positions coarse, then deletes them.' },
  },
);

export const t = words(jobs);
