// The printed sign before a camera: askew on a wall in the rain, after a wall without one. What the camera sees leads to the post.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function ({ device, given, origin, report }) {
  const answer = await fetch(`${origin}/api/v1/checkpoints/${given.checkpoint}/sign.png`, { headers: { authorization: `Bearer ${given.principal.access}` } });
  if (!answer.ok) throw new Error(`sign.png answered ${answer.status}`);
  const sign = Buffer.from(await answer.arrayBuffer()).toString('base64');
  const studio = await device({ kind: 'desk' });
  await studio.visit('/');
  const frames = await studio.evaluate(filmed, sign);
  const folder = await mkdtemp(join(tmpdir(), 'huxue-film-'));
  try {
    const film = join(folder, 'sign.mjpeg');
    await writeFile(film, Buffer.concat(frames.map((frame) => Buffer.from(frame, 'base64'))));
    const phone = await device({ kind: 'phone', as: given.parent, position: given.inside, film });
    await phone.visit('/m/scan');
    const began = Date.now();
    await phone.waitForURL(`**/m/check-in/${given.code}`);
    report(`the camera found the sign after ${Date.now() - began} ms, with the reader loaded and a second of bare wall before it`);
    await phone.locator('button.main').filter({ hasText: '到岗打卡' }).click();
    await phone.reads('main', '已确认');
    await phone.reads('main', given.post);
    await phone.accessible('scanned by the camera');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Pictures of a wall, without and then with the sign on it, as a hand in the rain holds a phone: JPEGs of 1280 × 720, thirty a second. */
async function filmed(sign) {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(sign), (letter) => letter.charCodeAt(0))]));
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
  const onto = canvas.getContext('2d');
  const frame = (number, shown) => {
    const light = onto.createLinearGradient(0, 0, 1280, 720);
    light.addColorStop(0, '#8d8a84');
    light.addColorStop(1, '#4f4d4a');
    onto.setTransform(1, 0, 0, 1, 0, 0);
    onto.fillStyle = light;
    onto.fillRect(0, 0, 1280, 720);
    if (shown) {
      const size = 460 / Math.max(picture.width, picture.height);
      const turned = 0.14 + Math.sin(number / 5) / 40;
      onto.setTransform(Math.cos(turned) * size, Math.sin(turned) * size, -Math.sin(turned + 0.1) * size, Math.cos(turned) * size, 640, 360);
      onto.drawImage(picture, -picture.width / 2, -picture.height / 2);
    }
    onto.setTransform(1, 0, 0, 1, 0, 0);
    onto.strokeStyle = 'rgb(220 225 230 / 45%)';
    for (let drop = 0; drop < 60; drop += 1) {
      const [x, y] = [(drop * 197 + number * 31) % 1280, (drop * 311 + number * 97) % 720];
      onto.beginPath();
      onto.moveTo(x, y);
      onto.lineTo(x + 3, y + 22);
      onto.stroke();
    }
    return canvas.toDataURL('image/jpeg', 0.6).split(',')[1];
  };
  return Array.from({ length: 90 }, (_, number) => frame(number, number >= 30));
}
