/** What the maps and forms of set-up and bureau share. */
import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const parts = area(
  'parts',
  {
    map: {
      label: '地图', zoomIn: '放大', zoomOut: '缩小', north: '北', cell: '一格 {length}', metres: '米', kilometres: '公里',
      noTiles: '没有配置底图，按米画格。位置和距离仍是准确的。', tilesGcj: '底图使用 GCJ-02，图形已换算后绘出。',
      centre: '圆心，拖动或用方向键移动', radius: '半径，拖动或用方向键调整', corner: '第 {n} 个顶点，拖动或用方向键移动，按删除键去掉', add: '在这里加一个顶点',
      fit: '看全部',
    },
    datum: { label: '坐标系', wgs84: 'WGS-84（GPS、天地图）', gcj02: 'GCJ-02（高德、腾讯）', bd09: 'BD-09（百度）' },
    lon: '经度', lat: '纬度', coordinates: '坐标', locate: '用我现在的位置', locating: '正在定位…', locateFailed: '没能取得位置。请在地图上点选，或填坐标。',
    located: '已取得，误差约 {m} 米',
    paste: '可以直接粘贴“经度, 纬度”', badNumber: '请填写数字', swapped: '经度和纬度好像写反了', outOfRange: '超出范围',
    day: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
    shortDay: { mon: '一', tue: '二', wed: '三', thu: '四', fri: '五', sat: '六', sun: '日' },
    checkpoint: { gate: '校门', road: '路段', junction: '路口', drop_off_bay: '接送区', patrol_point: '巡逻点' },
    schoolType: {
      primary: '小学', kindergarten: '幼儿园', junior_high: '初中', senior_high: '高中', nine_year: '九年一贯制', rural_primary: '乡村小学',
      special: '特殊教育学校', vocational: '职业学校',
    },
    chooseFile: '选择文件', noFile: '还没有选文件',
    edit: '编辑', remove: '删除', moveUp: '上移', moveDown: '下移', drag: '拖动排序', minutes: '分钟', people: '{n} 人', unset: '未填',
    unsaved: '有未保存的修改', leave: { title: '离开而不保存吗？', text: '这里的修改还没有保存。', yes: '离开' },
    stale: '别人刚刚改过这里。已读取最新内容，请再看一遍后保存。',
  },
  {
    map: {
      label: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', north: 'N', cell: 'a cell is {length}', metres: 'm', kilometres: 'km',
      noTiles: 'No background map is configured: the grid is in metres. Places and distances are exact all the same.', tilesGcj: 'The background map uses GCJ-02; shapes are converted before they are drawn.',
      centre: 'Centre: drag it, or move it by the arrow keys', radius: 'Radius: drag it, or use the arrow keys', corner: 'Corner {n}: drag it, move it by the arrow keys, take it away with Delete', add: 'Add a corner here',
      fit: 'Show all',
    },
    datum: { label: 'Datum', wgs84: 'WGS-84 (GPS, Tianditu)', gcj02: 'GCJ-02 (Amap, Tencent)', bd09: 'BD-09 (Baidu)' },
    lon: 'Longitude', lat: 'Latitude', coordinates: 'Coordinates', locate: 'Use where I am', locating: 'Locating…', locateFailed: 'No position came. Click on the map, or enter coordinates.',
    located: 'Found, with an error of about {m} m',
    paste: '“longitude, latitude” can be pasted here', badNumber: 'Enter a number', swapped: 'Longitude and latitude seem to have changed places', outOfRange: 'Out of range',
    day: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
    shortDay: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
    checkpoint: { gate: 'Gate', road: 'Road', junction: 'Junction', drop_off_bay: 'Drop-off bay', patrol_point: 'Patrol point' },
    schoolType: {
      primary: 'Primary school', kindergarten: 'Kindergarten', junior_high: 'Junior high school', senior_high: 'Senior high school', nine_year: 'Nine-year school', rural_primary: 'Rural primary school',
      special: 'Special school', vocational: 'Vocational school',
    },
    chooseFile: 'Choose a file', noFile: 'No file chosen',
    edit: 'Edit', remove: 'Remove', moveUp: 'Move up', moveDown: 'Move down', drag: 'Drag to change the order', minutes: 'minutes', people: '{n} person | {n} people', unset: 'not given',
    unsaved: 'There are changes that are not saved', leave: { title: 'Leave without saving?', text: 'The changes made here are not saved.', yes: 'Leave' },
    stale: 'Somebody else has just changed this. The newest state was read: look again, then save.',
  },
);

export const p = words(parts);
export type CheckpointKind = keyof typeof parts.zh.checkpoint;
export const CHECKPOINT_KINDS = Object.keys(parts.zh.checkpoint) as CheckpointKind[];
export type SchoolType = keyof typeof parts.zh.schoolType;
export const SCHOOL_TYPES = Object.keys(parts.zh.schoolType) as SchoolType[];

/** The word for a type of school; what a bureau invented stands as it is. */
export function schoolType(type: string | null | undefined): string {
  if (!type) return '';
  return (SCHOOL_TYPES as string[]).includes(type) ? p(`schoolType.${type as SchoolType}`) : type;
}
