import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const calendar = area(
  'calendar',
  {
    title: '日历', note: '先看全国放假安排，再看教育局，最后看学校：后者优先。每一天都写明是谁定的、为什么。', district: '辖区日历', districtNote: '在这里定的日子和学期，对本局的学校都生效；学校自己另有规定的除外。', column: { date: '日期', kind: '是什么日子', reason: '原因', layer: '谁定的', changes: '临时调整' }, today: '今天', previous: '上个月', next: '下个月',
    layer: { national: '全国', bureau: '教育局', school: '学校' }, by: { national: '依据：全国放假安排', bureau: '由教育局决定', school: '由学校决定' }, asWeekday: '按{day}上课', mayChange: '通知尚未公布，可能变动', changes: '{n} 项临时调整',
    weekdays: '星期', legend: '图例', own: '本机构的规定', decide: '定这一天', change: '改这一天的规定', takeBack: '收回规定', takeBackTitle: '收回对 {date} 的规定吗？', takeBackText: '这一天会按上一层（教育局或全国安排）来算。', takenBack: '已收回',
    kind: '这一天是', weekday: '按周几上课（可不选）', asDate: '按日历上的星期', reason: '原因', reasonHint: '会和数字一起显示，例如：运动会后补休', saved: '已保存', past: '过去的日子不能再改。', needReason: '请写明原因',
    oneOff: {
      title: '临时调整', none: '这一天没有临时调整', add: '添加调整', withdrawn: '已收回', withdraw: '收回', withdrawTitle: '收回这项调整吗？', withdrawText: '记录会保留，并注明由谁收回。', withdrawnNow: '调整已收回',
      window_moved: '时段改时间', window_cancelled: '取消一个时段', day_cancelled: '全天停课', day_stood_down: '全天撤岗', window_stood_down: '一个时段撤岗', duty_stood_down: '一个岗位撤岗',
      hint: { window_moved: '例如提前放学。要求按新时间计算。', window_cancelled: '这一天不要求这个时段。', day_cancelled: '这一天不上学，什么都不要求。', day_stood_down: '要求不变，但因故撤岗（如暴雨），记为“已说明”。可以事后补记。', window_stood_down: '要求不变，这个时段记为“已说明”。可以事后补记。', duty_stood_down: '要求不变，这个岗位记为“已说明”。可以事后补记。' },
      what: '怎样调整', window: '护学时段', duty: '岗位', starts: '新的开始', ends: '新的结束', reason: '原因', saved: '调整已记录', noWindow: '这一天没有护学时段', suggestions: { rain: '暴雨红色预警', early: '期末考试，提前放学', trip: '集体外出活动' },
    },
    terms: { title: '学期', none: '没有登记学期：按全国安排，除放假外都算上学日。', inherited: '学校没有自己的学期时，用教育局的。', add: '添加学期', edit: '修改学期', name: '名称', namePlaceholder: '例如：2026—2027学年第一学期', starts: '第一天', ends: '最后一天', remove: '删除', removeTitle: '删除学期“{name}”吗？', removeText: '这段日子会重新判定；已定稿的日子会有新的修订。', removed: '学期已删除', saved: '学期已保存', order: '最后一天不能早于第一天' },
    years: {
      title: '全国放假安排', loaded: '已载入：{years}', missing: '缺少的年份，日期显示为“日历未知”', import: '导入通知', importHint: '选择 holiday-cn 格式的 JSON 文件，会替换同一年的安排。', file: '文件', notJson: '文件不是 holiday-cn 格式：需要 year、papers、days', preview: '{year} 年：{off} 天放假，{work} 天调休上班', paper: '依据', apply: '导入', done: '{year} 年已导入，相关日期已重新判定', only: '由根机构的管理员导入',
    },
    exportName: '日历',
  },
  {
    title: 'Calendar', note: 'First the national notices, then the bureau, then the school: the later goes before the earlier. Each day says who decided it and why.', district: 'Calendar of the district', districtNote: 'Days and terms set here hold for the bureau’s schools, unless a school says otherwise.', column: { date: 'Date', kind: 'Kind of day', reason: 'Why', layer: 'Decided by', changes: 'One-off changes' }, today: 'Today', previous: 'Previous month', next: 'Next month',
    layer: { national: 'national', bureau: 'bureau', school: 'school' }, by: { national: 'by the national notices', bureau: 'decided by the bureau', school: 'decided by the school' }, asWeekday: 'taught as {day}', mayChange: 'the notice is still to come and may change it', changes: '{n} one-off change | {n} one-off changes',
    weekdays: 'Weekday', legend: 'Legend', own: 'What this organization says', decide: 'Decide this day', change: 'Change what is said', takeBack: 'Take it back', takeBackTitle: 'Take back what was said of {date}?', takeBackText: 'The day then follows the layer below: the bureau or the national notices.', takenBack: 'Taken back',
    kind: 'The day is a', weekday: 'Taught as (optional)', asDate: 'as its own weekday', reason: 'Reason', reasonHint: 'Shown with the figures, such as “day off after the sports days”', saved: 'Saved', past: 'A day that has passed cannot be changed.', needReason: 'Please say why',
    oneOff: {
      title: 'One-off changes', none: 'No one-off change on this day', add: 'Add a change', withdrawn: 'taken back', withdraw: 'Take back', withdrawTitle: 'Take this change back?', withdrawText: 'It stays on record, with who took it back.', withdrawnNow: 'The change was taken back',
      window_moved: 'Move a window', window_cancelled: 'Call off a window', day_cancelled: 'Call off the day', day_stood_down: 'Stand down the whole day', window_stood_down: 'Stand down a window', duty_stood_down: 'Stand down one post',
      hint: { window_moved: 'Such as an early dismissal. What is required follows the new times.', window_cancelled: 'The window is not required on this day.', day_cancelled: 'No school: nothing is required.', day_stood_down: 'Required as always, but left empty for a good reason (a rainstorm): counted as “excused”. May be recorded afterwards.', window_stood_down: 'Required as always; this window counts as “excused”. May be recorded afterwards.', duty_stood_down: 'Required as always; this post counts as “excused”. May be recorded afterwards.' },
      what: 'What changes', window: 'Window', duty: 'Post', starts: 'New start', ends: 'New end', reason: 'Reason', saved: 'The change is recorded', noWindow: 'No window on this day', suggestions: { rain: 'Red rainstorm warning', early: 'Exams, early dismissal', trip: 'School trip' },
    },
    terms: { title: 'Terms', none: 'No term is entered: every day but holidays is a school day by the national notices.', inherited: 'A school without terms of its own follows its bureau’s.', add: 'Add a term', edit: 'Edit the term', name: 'Name', namePlaceholder: 'For example: 2026–2027, first term', starts: 'First day', ends: 'Last day', remove: 'Delete', removeTitle: 'Delete the term “{name}”?', removeText: 'Its days are decided anew; final days get a new revision.', removed: 'The term was deleted', saved: 'The term is saved', order: 'The last day is not before the first' },
    years: {
      title: 'National notices', loaded: 'Loaded: {years}', missing: 'Dates of other years are “calendar unknown”', import: 'Import a notice', importHint: 'A JSON file in the form of holiday-cn; it replaces the notice of the same year.', file: 'File', notJson: 'The file is not in the form of holiday-cn: it needs year, papers and days', preview: '{year}: {off} days off, {work} make-up working days', paper: 'Source', apply: 'Import', done: '{year} was imported; its dates are decided anew', only: 'Imported by an administrator of the root organization',
    },
    exportName: 'calendar',
  },
);

export const t = words(calendar);
