import { download, downloadBlob } from '../../files/download.ts';
import { type ChartPicture, chartSvg } from './chartSvg.ts';
import { resolveColor } from './resolveColor.ts';

/** Pixels of a PNG for each of the drawing, so that it is sharp in a paper. */
const SCALE = 2;

/** A picture in the colours of the theme in use. */
export const themed = (picture: Omit<ChartPicture, 'colors'>): ChartPicture => ({
  ...picture,
  lines: picture.lines.map((line) => ({ ...line, color: resolveColor(line.color) })),
  colors: {
    background: resolveColor('var(--bg1)'),
    text: resolveColor('var(--text)'),
    faint: resolveColor('var(--text3)'),
    grid: resolveColor('var(--line)'),
    neutral: resolveColor('var(--text3)'),
    bad: resolveColor('var(--bad)'),
    ok: resolveColor('var(--ok)'),
    warn: resolveColor('var(--warn)'),
  },
});

export function saveSvg(name: string, picture: ChartPicture): void {
  download(`${name}.svg`, chartSvg(picture).svg, 'image/svg+xml');
}

export async function savePng(name: string, picture: ChartPicture): Promise<void> {
  const { svg, width, height } = chartSvg(picture);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob !== null) downloadBlob(`${name}.png`, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
