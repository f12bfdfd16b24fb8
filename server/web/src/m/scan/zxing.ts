import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Reader } from './reader';

/** Loads zxing. The library would fetch its wasm from a third party; ours comes from our own origin. Rejects if it does not come. */
export async function zxing(): Promise<Reader> {
  const locateFile = (path: string) => (path.endsWith('.wasm') ? wasm : path);
  await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
  return find;
}

async function find(picture: HTMLCanvasElement): Promise<string | null> {
  const context = picture.getContext('2d', { willReadFrequently: true });
  if (context === null || picture.width === 0) return null;
  const data = context.getImageData(0, 0, picture.width, picture.height);
  const found = await readBarcodes(data, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
  return found.find((one) => one.isValid)?.text ?? null;
}
