import { area } from '.';

export const say = area(
  'outbox',
  {
    waiting: '待发出', photos: '{n} 张照片', saved: '已存在本机，联网后自动上报', savedPhotos: '已上报，编号 {number}。还有 {n} 张照片，联网后自动发送', sending: '正在上报', sendingPhotos: '已上报，编号 {number}。正在发送照片，还有 {n} 张',
    refused: '没能上报', refusedPhotos: '已上报，编号 {number}。有 {n} 张照片没能发送', sendNow: '现在发送', again: '再发一次', edit: '修改后再报', discard: '删除',
    discardTitle: '删除这条隐患', discardText: '它没有上报。删除后，这部手机上也不再有。', discardPhotosTitle: '删除没发出的照片', discardPhotosText: '隐患本身已上报，不受影响。删除后，这部手机上不再有这些照片。',
    end: '结束巡逻：{route}', savedEnd: '已存在本机，联网后自动发送', sendingEnd: '正在发送', refusedEnd: '没能发送', editEnd: '修改原因', discardEndTitle: '删除这条说明', discardEndText: '它没有发出。删除后，这次巡逻不会因它结束。',
    others: '另有 {n} 条属于其他账号，等那位登录后发出。', notDurable: '这个浏览器不保存数据：发出以前请不要关闭页面。', tight: '手机系统可能清除久未使用的网页数据，请尽快联网发出。', refusedMany: '{n} 条没能发出，请查看', savedMany: '{n} 条已存在本机，联网后自动发出',
  },
  {
    waiting: 'To be sent', photos: '{n} photo | {n} photos', saved: 'Saved on this phone; reported by itself once there is a network', savedPhotos: 'Reported as {number}. {n} photo still to go, once there is a network | Reported as {number}. {n} photos still to go, once there is a network', sending: 'Being reported', sendingPhotos: 'Reported as {number}. Sending photos, {n} to go',
    refused: 'Not reported', refusedPhotos: 'Reported as {number}. {n} photo was not taken | Reported as {number}. {n} photos were not taken', sendNow: 'Send now', again: 'Send again', edit: 'Change and report', discard: 'Delete',
    discardTitle: 'Delete this hazard', discardText: 'It was not reported. Once deleted it is not on this phone either.', discardPhotosTitle: 'Delete the unsent photos', discardPhotosText: 'The hazard itself is reported and stays. Once deleted the photos are not on this phone any more.',
    end: 'End of the round: {route}', savedEnd: 'Saved on this phone; sent by itself once there is a network', sendingEnd: 'Being sent', refusedEnd: 'Not sent', editEnd: 'Change the reason', discardEndTitle: 'Delete this word', discardEndText: 'It was not sent. Once deleted it does not end the round.',
    others: '{n} more belongs to another account and goes out when that person signs in. | {n} more belong to other accounts and go out when those persons sign in.', notDurable: 'This browser keeps nothing: do not close the page before it is sent.', tight: 'The phone may clear data of pages that are not used for long: connect and send soon.', refusedMany: '{n} could not be sent: please look', savedMany: '{n} saved on this phone, sent by itself once there is a network',
  },
);
