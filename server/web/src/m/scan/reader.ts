/** Reads QR codes: by the browser's own detector where there is one, else by zxing, which is loaded when first needed. */

/** Finds the text of a QR code in a picture; null if there is none. */
export type Reader = (picture: HTMLCanvasElement) => Promise<string | null>;

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats?(): Promise<string[]>;
}

async function native(): Promise<Reader | null> {
  const made = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (made === undefined) return null;
  try {
    const formats = (await made.getSupportedFormats?.()) ?? ['qr_code'];
    if (!formats.includes('qr_code')) return null;
    const detector = new made({ formats: ['qr_code'] });
    // Some browsers have the class and fail only when it is used, for want of a service of the system.
    await detector.detect(document.createElement('canvas')).catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === 'NotSupportedError') throw failure;
    });
    return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
  } catch {
    return null;
  }
}

let reader: Promise<Reader> | null = null;

/** The reader of this browser. Rejects if zxing could not be loaded; the next call tries again. */
export function codeReader(): Promise<Reader> {
  reader ??= native()
    .then(async (found) => found ?? (await (await import('./zxing')).zxing()))
    .catch((failure: unknown) => {
      reader = null;
      throw failure;
    });
  return reader;
}
