import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';

/** Pixels to a unit of the canvas. */
const SCALE = 2;
/** What every browser draws: pixels of a side, and of the whole. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 120_000_000;

/** An SVG as a PNG of twice its size; smaller where that would be more than a browser can draw. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(
      SCALE,
      MOST_SIDE / Math.max(width, height),
      Math.sqrt(MOST_PIXELS / (width * height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null)
      throw new ShuuraiError(
        'internal',
        t`The browser could not draw this picture. Export it as SVG instead.`,
      );
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
