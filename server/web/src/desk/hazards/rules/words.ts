import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const rules = area(
  'hazardRules',
  {
    title: '隐患类别和天数', note: '对本单位和下级学校生效。已上报的隐患保留原来的类别和期限。', categories: '类别', categoriesNote: '按这里的顺序供上报时选择。类别不能删除，只能停用：以前的隐患仍显示它的名称。',
    zh: '中文名称', en: '英文名称', badZh: '1 到 20 个字，不重复', badEn: '1 到 40 个字符，不重复', up: '上移“{name}”', down: '下移“{name}”', retire: '停用', restore: '恢复', retired: '已停用', add: '新增类别', none: '至少保留一个在用的类别', new: '新类别',
    days: '整改天数', daysNote: '从上报当天起算；交办时可以另定期限。只对以后上报的隐患生效。', ownDays: '由本单位设定', follows: '沿用上级的或默认的：一般 {minor} 天，较大 {serious} 天，重大 {major} 天', levels: { minor: '一般', serious: '较大', major: '重大' }, unit: '天', badDays: '1 到 90 天，越严重天数不能越多',
    saved: '已保存', stale: '别人刚刚改过，已重新读取。请再改一次。',
  },
  {
    title: 'Categories of hazards', note: 'They hold here and in all schools below. Hazards that were reported keep their category and their deadline.', categories: 'Categories', categoriesNote: 'In this order they are offered to whoever reports. One is retired, never deleted: hazards of the past still show its name.',
    zh: 'In Chinese', en: 'In English', badZh: '1 to 20 characters, each name once', badEn: '1 to 40 characters, each name once', up: 'Move “{name}” up', down: 'Move “{name}” down', retire: 'Retire', restore: 'Use again', retired: 'retired', add: 'Add a category', none: 'One category has to be left', new: 'new category',
    days: 'Days to put it right', daysNote: 'From the day of the report; whoever assigns it may set another deadline. For what is reported from now on.', ownDays: 'Our own', follows: 'Those of the bureau above, or the default: minor {minor}, serious {serious}, major {major} days', levels: { minor: 'Minor', serious: 'Serious', major: 'Major' }, unit: 'days', badDays: '1 to 90, and no more for what is worse',
    saved: 'Saved', stale: 'Somebody changed it just now, and it was read again. Change it once more.',
  },
);

export const t = words(rules);
