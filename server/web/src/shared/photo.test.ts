import { expect, it } from 'vitest';
import { fit, sendPhotos, type Picked } from './photo';

it('is sent at most 1600 pixels long, in its own proportions, and never larger than it was', () => {
  const cases: [number, number, [number, number]][] = [
    [4000, 3000, [1600, 1200]], [3000, 4000, [1200, 1600]], [800, 600, [800, 600]], [1600, 1, [1600, 1]], [9000, 2, [1600, 1]],
  ];
  for (const [width, height, sent] of cases) expect(fit(width, height)).toEqual(sent);
});

it('goes on after one that failed, and keeps that one under its own id', async () => {
  const photos: Picked[] = ['a', 'b', 'c'].map((id) => ({ id, file: new Blob([id]) }));
  const [sent, told]: [string[], number[]] = [[], []];
  const put = (one: Picked) => {
    sent.push(one.id);
    return one.id === 'b' ? Promise.reject(new Error('no network')) : Promise.resolve({ id: one.id } as never);
  };
  const { left, hazard, error } = await sendPhotos(photos, put, (number) => told.push(number));
  expect([sent, told, left.map((one) => one.id), hazard]).toEqual([['a', 'b', 'c'], [1, 2, 3], ['b'], { id: 'c' }]);
  expect(error).toBeInstanceOf(Error);
});
