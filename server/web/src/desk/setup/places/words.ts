import { words } from '@/desk/i18n';
import { area } from '@/desk/i18n/area';

const places = area(
  'places',
  {
    title: '打卡点', note: '护学岗所在的位置和范围。人在范围内打卡，证据更有力。', add: '添加打卡点', label: '本校的打卡点', column: { name: '名称', kind: '类型', area: '范围', officer: '责任民警' },
    count: '{n} 个打卡点', empty: '还没有打卡点', emptyHint: '可以先用设置助手，一次做好位置、时段和岗位要求；也可以逐个添加。', assistant: '打开设置助手',
    circle: '圆形', polygon: '多边形', corridor: '路段', radius: '半径 {m} 米', halfWidth: '两侧各 {m} 米', corners: '{n} 个顶点', length: '长 {m} 米',
    fenceOnly: '不扫码也可打卡', officer: '责任民警', number: '编号 {n}', warnings: '请留意',
    edit: {
      add: '添加打卡点', name: '名称', namePlaceholder: '例如：东门', kind: '类型', shape: '范围的形状', area: '位置和范围',
      fenceOnly: '不扫码，人在范围内也可以打卡', fenceOnlyHint: '适合没有地方挂牌的路段。这样的证据最高为“可信”。',
      drawNew: '在地图上画', drawHint: { circle: '在地图上点一下圆心。', polygon: '依次点出各个顶点，双击或按“完成”结束。', corridor: '沿道路依次点出，双击或按“完成”结束。' },
      putMiddle: '放在地图中央', finish: '完成', points: '已点 {n} 个', needed: { polygon: '至少 3 个顶点', corridor: '至少 2 个点' },
      handles: '拖动方形移动顶点，拖动小圆点加顶点，双击或按删除键去掉顶点。选中后可用方向键每次移动 1 米，按住 Shift 为 10 米。',
      handlesCircle: '拖动十字移动圆心，拖动圆点改变半径。选中后可用方向键每次移动 1 米，按住 Shift 为 10 米。',
      radius: '半径（米）', radiusHint: '10 到 2000。手机定位常有几十米误差，100 米左右比较合适。',
      halfWidth: '中线两侧各（米）', halfWidthHint: '3 到 200', corner: '顶点 {n}', addCorner: '在后面加一个', removeCorner: '去掉这个顶点', corners: '各顶点的坐标', holes: '其中有 {n} 个空洞，会原样保留。',
      officer: '一校一警', officerHint: '印在二维码牌上，家长可以拨打。', officerName: '姓名', officerPost: '职务', officerPhone: '公开电话', officerDuties: '职责（可不填）', withOfficer: '牌上印责任民警',
      save: '保存打卡点', saved: '“{name}”已保存', archive: '停用', archiveTitle: '停用“{name}”吗？',
      archiveText: '以后不能在这里打卡，二维码牌和动态码屏幕随之失效。以前的打卡记录和数字都保留。还有岗位要求的打卡点不能停用，请先结束那些要求。', archived: '“{name}”已停用',
      problem: {
        too_few: '点数不够', too_many: '最多 500 个顶点', crossing: '边线不能相交，也不能压成一条线', radius: '半径为 10 到 2000 米', half_width: '两侧各 3 到 200 米', too_large: '范围不能超过 20 公里',
        out_of_range: '坐标不对', no_area: '请先在地图上画出范围，或填坐标', name: '请填写名称', officer: '请填写民警的姓名、职务和电话',
      },
      tiny: '范围很小：手机定位误差常有几十米，在岗的人也可能被判在范围外。建议半径 100 米左右。',
    },
    geojson: {
      title: 'GeoJSON', hint: '点（radius_m）、多边形，或线（half_width_m）。坐标按上面选的坐标系。', use: '用这段范围', copy: '复制', copied: '已复制', download: '下载',
      problem: {
        not_json: '不是 JSON，请检查括号和引号', not_area: '不是可用的范围：需要点、多边形或线', no_radius: '点需要 radius_m（米）', no_half_width: '线需要 half_width_m（米）', datum_conflict: '里面写的坐标系与上面选的不同',
      },
    },
    probe: {
      title: '为什么被判存疑？', hint: '在地图上点出当时的位置，或填坐标和误差，看会怎样判定。什么都不会被记录。', accuracy: '定位误差（米）', age: '定位已有（秒）', ask: '看判定', distance: '离范围 {m} 米', inside: '在范围内',
      fence: { inside: '在范围内', uncertain: '在误差之内，不能确定', missing: '没有可用的位置', outside: '在范围外' }, noPosition: '没有位置时会怎样', needPoint: '请先点出位置',
      at: '被问的位置',
    },
    screens: {
      title: '动态码屏幕', hint: '门卫室的屏幕显示每 20 秒一换的码，证据最有力。链接只显示一次；谁有链接，谁就能显示动态码。', add: '添加屏幕', name: '屏幕名称', namePlaceholder: '例如：东门值班室',
      once: '请现在就在屏幕上打开这个链接。关闭后不再显示。', copy: '复制链接', copied: '链接已复制', open: '打开', created: '{date} 建立', revoked: '{date} 停用', revoke: '停用', revokeTitle: '停用“{name}”吗？',
      revokeText: '这块屏幕不再显示动态码，之前留存的码也不能用来打卡。', none: '还没有屏幕', inUse: '使用中', done: '我已打开',
    },
    signs: '二维码牌', unsavedArea: '（未保存）',
  },
  {
    title: 'Checkpoints', note: 'Where the guard posts are and how far they reach. A check-in from inside is stronger evidence.', add: 'Add a checkpoint', label: 'Checkpoints of this school', column: { name: 'Name', kind: 'Kind', area: 'Area', officer: 'Officer' },
    count: '{n} checkpoint | {n} checkpoints', empty: 'There is no checkpoint yet', emptyHint: 'The set-up assistant makes places, windows and duties in one go. Or add them one by one.', assistant: 'Open the assistant',
    circle: 'Circle', polygon: 'Polygon', corridor: 'Corridor', radius: 'radius {m} m', halfWidth: '{m} m on each side', corners: '{n} corner | {n} corners', length: '{m} m long',
    fenceOnly: 'Check-in without a code', officer: 'Responsible officer', number: 'no. {n}', warnings: 'Please note',
    edit: {
      add: 'Add a checkpoint', name: 'Name', namePlaceholder: 'For example: East gate', kind: 'Kind', shape: 'Shape of the area', area: 'Place and area',
      fenceOnly: 'Being inside is enough: no code needed', fenceOnlyHint: 'For stretches of road with nowhere to hang a sign. Such evidence is “likely” at best.',
      drawNew: 'Draw on the map', drawHint: { circle: 'Click where the centre is.', polygon: 'Click the corners one after the other. Double-click or “Done” ends it.', corridor: 'Click along the road. Double-click or “Done” ends it.' },
      putMiddle: 'Put it in the middle', finish: 'Done', points: '{n} point so far | {n} points so far', needed: { polygon: '3 corners at least', corridor: '2 points at least' },
      handles: 'Drag the squares to move corners and the dots to add one; double-click or press Delete to take one away. Arrow keys move a chosen one by 1 m, with Shift by 10 m.',
      handlesCircle: 'Drag the cross to move the centre and the dot to change the radius. Arrow keys move a chosen one by 1 m, with Shift by 10 m.',
      radius: 'Radius (m)', radiusHint: '10 to 2000. Phones err by tens of metres: about 100 m works well.',
      halfWidth: 'On each side of the middle (m)', halfWidthHint: '3 to 200', corner: 'Corner {n}', addCorner: 'Add one after it', removeCorner: 'Take this corner away', corners: 'Coordinates of the corners', holes: 'It has {n} hole, kept as it is. | It has {n} holes, kept as they are.',
      officer: 'Officer of this school', officerHint: 'Printed on the sign; parents may call.', officerName: 'Name', officerPost: 'Position', officerPhone: 'Public phone', officerDuties: 'Duties (optional)', withOfficer: 'Print the responsible officer on the sign',
      save: 'Save the checkpoint', saved: '“{name}” is saved', archive: 'Put away', archiveTitle: 'Put “{name}” away?',
      archiveText: 'Nobody can check in here any more; its signs and screens stop working. Past check-ins and figures stay. A checkpoint that duties ask for cannot be put away: end those first.', archived: '“{name}” was put away',
      problem: {
        too_few: 'Too few points', too_many: '500 corners at most', crossing: 'Sides must not cross or lie on one line', radius: 'The radius is 10 to 2000 m', half_width: '3 to 200 m on each side', too_large: 'An area is smaller than 20 km',
        out_of_range: 'The coordinates are wrong', no_area: 'Draw the area on the map first, or enter coordinates', name: 'Enter a name', officer: 'Enter name, position and phone of the officer',
      },
      tiny: 'The area is tiny: phones err by tens of metres, so honest people may be found outside. About 100 m of radius works well.',
    },
    geojson: {
      title: 'GeoJSON', hint: 'A point (radius_m), a polygon, or a line (half_width_m), with coordinates in the datum chosen above.', use: 'Use this area', copy: 'Copy', copied: 'Copied', download: 'Download',
      problem: {
        not_json: 'This is no JSON: check brackets and quotes', not_area: 'No area that can be used: it takes a point, a polygon or a line', no_radius: 'A point needs radius_m (metres)', no_half_width: 'A line needs half_width_m (metres)', datum_conflict: 'It names another datum than the one chosen above',
      },
    },
    probe: {
      title: 'Why was my scan doubted?', hint: 'Click on the map where the phone was, or enter coordinates and error, and see how it would be judged. Nothing is recorded.', accuracy: 'Error of the fix (m)', age: 'Age of the fix (s)', ask: 'See the judgement', distance: '{m} m from the area', inside: 'inside the area',
      fence: { inside: 'Inside the area', uncertain: 'Within the error: cannot be told', missing: 'No usable position', outside: 'Outside the area' }, noPosition: 'What if there is no position', needPoint: 'Choose the place first',
      at: 'The place in question',
    },
    screens: {
      title: 'Gate-room screens', hint: 'A screen shows a code that changes every 20 seconds: the strongest evidence. Its link is shown once; whoever has it can show the code.', add: 'Add a screen', name: 'Name of the screen', namePlaceholder: 'For example: East gate room',
      once: 'Open this link on the screen now. It is not shown again once closed.', copy: 'Copy the link', copied: 'Link copied', open: 'Open', created: 'since {date}', revoked: 'revoked {date}', revoke: 'Revoke', revokeTitle: 'Revoke “{name}”?',
      revokeText: 'This screen shows no more codes, and codes kept from it do not count.', none: 'There is no screen yet', inUse: 'In use', done: 'It is open',
    },
    signs: 'Signs', unsavedArea: '(not saved)',
  },
);

export const t = words(places);
