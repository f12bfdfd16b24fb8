/** Photos of hazards: made small on the phone, so that neither their position nor any other metadata leaves it, then sent and read back. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Hazard } from './hazard';

export type HazardPhoto = components['schemas']['HazardPhotoBody'];

/** A photo that was chosen and is not sent yet; its id stays the same however often it is sent. */
export interface Picked {
  id: string;
  file: Blob;
}

/** How many one person adds to a hazard. */
export const MOST_PHOTOS = 6;
/** The longer side of what is sent, pixels. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/** The size that a picture is sent in. */
export function fit(width: number, height: number): [number, number] {
  const ratio = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
}

/** Draws a picture anew; none if the browser cannot read it. */
export async function shrink(file: Blob): Promise<Blob | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = url;
    });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = fit(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    // What is transparent would become black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Sends one photo; answers the hazard as it then is. */
export const putPhoto = (hazard: string, { id, file }: Picked, { headers, ...more }: Pick<RequestInit, 'signal'> & { headers?: Record<string, string> } = {}): Promise<Hazard> =>
  ok(
    api.PUT('/api/v1/hazards/{id}/photos/{photo}', {
      ...more,
      params: { path: { id: hazard, photo: id } },
      // The bytes go as they are.
      body: file as never,
      bodySerializer: (body) => body as never,
      headers: { ...headers, 'Content-Type': 'image/jpeg' },
    }),
  );

/** Reads one photo. */
export const readPhoto = (hazard: string, photo: string): Promise<Blob> =>
  ok(api.GET('/api/v1/hazards/{id}/photos/{photo}', { params: { path: { id: hazard, photo } }, parseAs: 'blob' }));

/** Sends photos one after the other; answers those that did not arrive and, if any did, the hazard after the last that did. */
export async function sendPhotos(photos: Picked[], put: (one: Picked) => Promise<Hazard>, told: (number: number) => void): Promise<{ left: Picked[]; hazard: Hazard | null; error: unknown }> {
  const left: Picked[] = [];
  let hazard: Hazard | null = null;
  let error: unknown = null;
  for (const [place, one] of photos.entries()) {
    told(place + 1);
    try {
      hazard = await put(one);
    } catch (cause) {
      error = cause;
      left.push(one);
    }
  }
  return { left, hazard, error };
}
