import { createApp, h, nextTick, ref, type App } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HazardPhoto } from '../photo';
import HazardPhotos from './HazardPhotos.vue';

const asked: string[] = [];
/** Those that the server gives. */
const there = new Set<string>();
const photo = (id: string) => ({ id }) as HazardPhoto;
let app: App;
let photos: ReturnType<typeof ref<HazardPhoto[]>>;
const shown = () => [...document.querySelectorAll('li')].map((one) => one.querySelector('img')?.alt ?? one.textContent);

beforeEach(() => {
  asked.length = 0;
  there.clear();
  vi.stubGlobal('fetch', (request: Request) => {
    const id = request.url.split('/').at(-1) ?? '';
    asked.push(id);
    return there.has(id) ? Promise.resolve(new Response('jpeg')) : Promise.reject(new TypeError('no network'));
  });
  photos = ref([photo('1'), photo('2')]);
  app = createApp({ render: () => h(HazardPhotos, { hazard: 'h', photos: photos.value ?? [], label: (one: HazardPhoto) => `photo ${one.id}`, words: { close: 'close', missing: 'missing' } }) });
  document.body.innerHTML = '<div></div>';
});

afterEach(() => {
  app.unmount();
  vi.unstubAllGlobals();
});

const mount = () => app.mount(document.body.firstElementChild ?? document.body);

describe('photos of a hazard', () => {
  it.each([
    ['the network is back', () => void dispatchEvent(new Event('online'))],
    ['the reader is back', () => void document.dispatchEvent(new Event('visibilitychange'))],
    ['the hazard was read anew', () => void (photos.value = [photo('1'), photo('2')])],
  ])('one that did not arrive is tried again when %s', async (_, again) => {
    there.add('1');
    mount();
    await expect.poll(shown).toEqual(['photo 1', 'missing']);
    there.add('2');
    again();
    await expect.poll(shown).toEqual(['photo 1', 'photo 2']);
    expect(asked).toEqual(['1', '2', '2']);
  });

  it('one that is added comes too, and nothing is read twice', async () => {
    for (const id of ['1', '2', '3']) there.add(id);
    mount();
    photos.value = [photo('1'), photo('2'), photo('3')];
    await expect.poll(shown).toEqual(['photo 1', 'photo 2', 'photo 3']);
    dispatchEvent(new Event('online'));
    await nextTick();
    expect(asked).toEqual(['1', '2', '3']);
  });
});
