// Areas are drawn on a map that has tiles of another datum, dragged, moved by keys and typed in a third one. What the server keeps is
// WGS-84, and what was drawn is where it was drawn.
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPU3HHpPwAFAAKOxVDvFAAAAABJRU5ErkJggg==', 'base64');

export default async function ({ device, ask, given }) {
  const desk = await device({ kind: 'desk', as: given.principal, bears: [new RegExp(`asked another server: ${given.tiles}`)] });
  const tiles = [];
  await desk.route(`${given.tiles}/**`, (route) => (tiles.push(route.request().url()), route.fulfill({ contentType: 'image/png', body: PIXEL })));
  const list = `/desk/schools/${given.school}/checkpoints`;
  const begin = async (name, shape) => {
    await desk.visit(`${list}/new`);
    await desk.getByLabel('名称').fill(name);
    await desk.getByRole('group', { name: '范围的形状' }).getByRole('button', { name: shape }).click();
  };
  const map = desk.locator('.map-box .host');
  /** Where a point lies on the screen, from the middle of the map. */
  const at = async (x, y) => {
    const box = await map.boundingBox();
    return [box.x + box.width / 2 + x, box.y + box.height / 2 + y];
  };
  const click = async (x, y) => desk.mouse.click(...(await at(x, y)));
  const drag = async (handle, dx, dy) => {
    const box = await desk.locator(handle).first().boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await desk.mouse.move(x, y);
    await desk.mouse.down();
    await desk.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
    await desk.mouse.move(x + dx, y + dy, { steps: 4 });
    await desk.mouse.up();
  };
  const save = async (name) => {
    await desk.getByRole('button', { name: '保存打卡点' }).click();
    await desk.waitForURL(/checkpoints\/[0-9a-f]{8}-/);
    await desk.reads('h1', name);
    return (await ask('kept', { name })).geometry.coordinates;
  };

  // A polygon of four clicks around the middle, which is where the school is; its first corner is then dragged 40 px to the east.
  await begin('西门', '多边形');
  await desk.getByRole('button', { name: '在地图上画' }).click();
  for (const [x, y] of [[-120, 60], [80, 60], [80, -60], [-120, -60]]) await click(x, y);
  await desk.reads('[role=status]', '已点 4 个');
  await desk.accessible('drawing a polygon');
  await desk.getByRole('button', { name: '完成' }).click();
  await drag('.map-handle-corner', 40, 0);
  const [ring] = await save('西门');
  if (ring.length !== 5) throw new Error(`the ring has ${ring.length} positions`);
  const [west, east] = [ring[3][0], ring[1][0]];
  const degrees = (east - west) / 200;
  near('the dragged corner', ring[0], [west + 40 * degrees, ring[1][1]], degrees);
  // The middle of what was seen: the school itself, although the tiles are drawn some 600 metres from it.
  near('the middle', [west + 120 * degrees, (ring[1][1] + ring[2][1]) / 2], given.at, degrees * 2);
  if (tiles.length === 0) throw new Error('no tile was asked for');

  // A corridor of three clicks, the last of them double; a new point is drawn out of its first half.
  await begin('育才路', '路段');
  await desk.getByRole('button', { name: '在地图上画' }).click();
  await click(-150, 100);
  await click(0, 100);
  await desk.mouse.dblclick(...(await at(150, 40)));
  await drag('.map-handle-middle', 0, -30);
  await desk.getByLabel('中线两侧各（米）').fill('20');
  await desk.getByLabel('中线两侧各（米）').press('Tab');
  await desk.accessible('a corridor');
  const line = await save('育才路');
  if (line.length !== 4) throw new Error(`the line has ${line.length} positions: ${JSON.stringify(line)}`);
  const pixel = (line[3][0] - line[0][0]) / 300;
  near('the new point', line[1], [(line[0][0] + line[2][0]) / 2, line[0][1] + 30 * latitude(pixel, line[0][1])], pixel);
  if ((await ask('kept', { name: '育才路' })).properties.half_width_m !== 20) throw new Error('the width is not what was typed');

  // A circle of one click: by its handle, by keys, and by coordinates as Amap and as GPS give them.
  await begin('南门', '圆形');
  await desk.getByRole('button', { name: '在地图上画' }).click();
  await click(60, 30);
  const radius = desk.getByLabel('半径（米）');
  if ((await radius.inputValue()) !== '100') throw new Error(`a new circle has ${await radius.inputValue()} m`);
  await drag('.map-handle-radius', -40, 0);
  const smaller = Number(await radius.inputValue());
  if (!(smaller > 10 && smaller < 100)) throw new Error(`dragged inwards the circle has ${smaller} m`);
  const lon = desk.getByLabel('经度').first();
  const lat = desk.getByLabel('纬度').first();
  const typed = async () => [Number(await lon.inputValue()), Number(await lat.inputValue())];
  await desk.getByLabel('坐标系').selectOption('wgs84');
  const before = await typed();
  await desk.locator('.map-handle-centre').press('ArrowRight');
  await desk.locator('.map-handle-centre').press('Shift+ArrowUp');
  near('one metre east and ten north', await typed(), [before[0] + 1 / 85_500, before[1] + 10 / 111_200], 2e-6);
  const centre = await typed();
  for (const datum of ['gcj02', 'bd09']) {
    await desk.getByLabel('坐标系').selectOption(datum);
    near(`in ${datum}`, await typed(), await ask('in', { datum, at: centre }), 2e-6);
  }
  await desk.getByLabel('坐标系').selectOption('gcj02');
  await lon.fill(String(given.amap[0]));
  await lat.fill(String(given.amap[1]));
  await lat.press('Tab');
  await desk.accessible('a circle');
  near('typed in GCJ-02', await save('南门'), given.at, 2e-6);
  if ((await ask('kept', { name: '南门' })).properties.radius_m !== smaller) throw new Error('the radius is not what was dragged');

  await desk.visit(list);
  for (const name of ['西门', '育才路', '南门']) await desk.reads('.side', name);
  await desk.accessible('all checkpoints');
}

function near(what, [lon, lat], [wantedLon, wantedLat], most) {
  if (Math.abs(lon - wantedLon) > most || Math.abs(lat - wantedLat) > most) throw new Error(`${what} is at ${lon}, ${lat}, not at ${wantedLon}, ${wantedLat} (${most})`);
}

/** Degrees of latitude of a pixel whose degrees of longitude are known: in Mercator both are as long. */
function latitude(longitude, at) {
  return longitude * Math.cos((at * Math.PI) / 180);
}
