/** The camera at the back, and what it sees as pictures to read from. */

/** Why there is no picture: refused by the person, no camera, or a browser that gives none (then typing is the way). */
export type NoCamera = 'denied' | 'none' | 'unsupported';

export class CameraError extends Error {
  readonly why: NoCamera;

  constructor(why: NoCamera) {
    super(why);
    this.why = why;
  }
}

/** Opens the camera. The caller stops its tracks when done: a light that stays on frightens people. */
export async function openCamera(): Promise<MediaStream> {
  // Old WebViews and pages without https have no `mediaDevices`, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new CameraError('unsupported');
  try {
    const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
    return await devices.getUserMedia({ audio: false, video });
  } catch (failure) {
    const name = failure instanceof DOMException ? failure.name : '';
    throw new CameraError(name === 'NotAllowedError' ? 'denied' : name === 'NotFoundError' ? 'none' : 'unsupported');
  }
}

export function closeCamera(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

/** Whether the light can be switched. */
export function hasLight(stream: MediaStream): boolean {
  const track = stream.getVideoTracks()[0];
  const can = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return can?.torch === true;
}

export async function setLight(stream: MediaStream, on: boolean): Promise<void> {
  const light = { advanced: [{ torch: on }] } as unknown as MediaTrackConstraints;
  await stream.getVideoTracks()[0]?.applyConstraints(light);
}

const LARGEST = 800;

/** Draws what a video or a photo shows onto a canvas, no larger than reading needs. */
export function draw(source: HTMLVideoElement | ImageBitmap | HTMLImageElement, onto: HTMLCanvasElement): boolean {
  const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  if (width === 0 || height === 0) return false;
  const scale = Math.min(1, LARGEST / Math.max(width, height));
  onto.width = Math.round(width * scale);
  onto.height = Math.round(height * scale);
  onto.getContext('2d', { willReadFrequently: true })?.drawImage(source, 0, 0, onto.width, onto.height);
  return true;
}
