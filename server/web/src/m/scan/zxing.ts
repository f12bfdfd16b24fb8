import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Reader } from './reader';

// The library would fetch its wasm from a third party; ours comes from our own origin.
prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith('.wasm') ? wasm : path) } });

export const zxing: Reader = async (picture) => {
  const context = picture.getContext('2d', { willReadFrequently: true });
  if (context === null || picture.width === 0) return null;
  const data = context.getImageData(0, 0, picture.width, picture.height);
  const found = await readBarcodes(data, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
  return found.find((one) => one.isValid)?.text ?? null;
};
