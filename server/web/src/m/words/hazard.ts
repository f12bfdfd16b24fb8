import { area } from '.';

export const say = area(
  'hazard',
  {
    title: '隐患', report: '上报隐患', mine: '待我整改和我上报的', none: '还没有隐患', noneHint: '发现窨井盖破损、占道、可疑人员等，点“上报隐患”。', what: '情况', whatHint: '看到了什么？例如：校门西侧窨井盖破损', whatNeeded: '请写明情况', where: '位置', whereHint: '例如：校门西侧', school: '学校', post: '岗位', noPost: '不在岗位上', category: '类别', level: '级别',
    categories: { public_order: '治安', traffic: '交通', food: '食品', fire: '消防', surroundings: '文化环境', facility: '设施', other: '其他' }, levels: { minor: '一般', serious: '较大', major: '重大' }, levelHint: { minor: '{n} 天内整改', serious: '{n} 天内整改', major: '{n} 天内整改，由教育局验收' },
    position: { title: '附上现在的位置', why: '好让整改的人找到地方。只发这一次，不记录轨迹。', seeking: '正在取位置。', ready: '位置已就绪，精度 {m} 米。', none: '没能取得位置，不影响上报。' }, at: '位置 {lon}, {lat}（精度 {m} 米）',
    send: '上报', sent: '已上报，编号 {number}', danger: '有人正处于危险中？请拨打 110',
    states: { reported: '待交办', assigned: '整改中', rectified: '待验收', accepted: '待销号', written_off: '已销号' }, late: '逾期', deadline: '{date} 前', yours: '由您整改', took: { assigned: '交办', rectified: '整改完成', accepted: '验收通过', sent_back: '退回', written_off: '销号', reopened: '重新打开' }, by: '{name} {time}',
    rectify: '完成整改', done: '做了什么', doneNeeded: '请写明做了什么', noted: '已记下',
    photos: '照片 {n}/{most}', photo: '照片 {n}', addPhoto: '添加', removePhoto: '去掉照片 {n}', photoUnreadable: '有一张照片打不开，请换一张或重新拍。', noPupils: '请不要拍到学生。照片会缩小，不带拍摄位置。', photoOf: '照片 {n}/{of}，{name} {time}', sendingPhoto: '正在发送照片 {n}/{of}', sendPhotos: '发送照片', photosSent: '照片已发送', close: '关闭', photoMissing: '照片打不开',
  },
  {
    title: 'Hazards', report: 'Report a hazard', mine: 'Mine to put right, and those I reported', none: 'No hazards yet', noneHint: 'A broken manhole cover, a blocked road, somebody suspicious: report it here.', what: 'What', whatHint: 'What do you see? Such as: broken manhole cover west of the gate', whatNeeded: 'Say what is wrong', where: 'Where', whereHint: 'Such as: west of the gate', school: 'School', post: 'Post', noPost: 'at no post', category: 'Category', level: 'Level',
    categories: { public_order: 'Public order', traffic: 'Traffic', food: 'Food', fire: 'Fire', surroundings: 'Surroundings', facility: 'Facility', other: 'Other' }, levels: { minor: 'Minor', serious: 'Serious', major: 'Major' }, levelHint: { minor: 'put right within {n} day | put right within {n} days', serious: 'put right within {n} day | put right within {n} days', major: 'put right within {n} day, accepted by the bureau | put right within {n} days, accepted by the bureau' },
    position: { title: 'Add where I am', why: 'So that whoever puts it right finds it. Sent this once; no track is kept.', seeking: 'Looking for it.', ready: 'Found, within {m} m.', none: 'It could not be found; the report goes without.' }, at: 'Position {lon}, {lat} (within {m} m)',
    send: 'Report', sent: 'Reported as {number}', danger: 'Is somebody in danger? Dial 110',
    states: { reported: 'To be assigned', assigned: 'Being put right', rectified: 'To be accepted', accepted: 'To be written off', written_off: 'Written off' }, late: 'overdue', deadline: 'by {date}', yours: 'yours to put right', took: { assigned: 'Assigned', rectified: 'Put right', accepted: 'Accepted', sent_back: 'Sent back', written_off: 'Written off', reopened: 'Reopened' }, by: '{name} at {time}',
    rectify: 'It is put right', done: 'What was done', doneNeeded: 'Say what was done', noted: 'Noted',
    photos: 'Photos {n}/{most}', photo: 'Photo {n}', addPhoto: 'Add', removePhoto: 'Remove photo {n}', photoUnreadable: 'A photo cannot be opened. Choose or take another.', noPupils: 'Keep pupils out of the picture. Photos are made small and carry no position.', photoOf: 'Photo {n}/{of}, {name} {time}', sendingPhoto: 'Sending photo {n}/{of}', sendPhotos: 'Send photos', photosSent: 'Photos sent', close: 'Close', photoMissing: 'Cannot be opened',
  },
);
