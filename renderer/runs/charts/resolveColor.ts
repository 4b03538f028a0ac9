/** A colour with its CSS variables as they are now, and as a plain one: pictures that are saved know neither variables nor formulas. */
export function resolveColor(color: string): string {
  const { documentElement } = document;
  const filled = color.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) =>
    getComputedStyle(documentElement).getPropertyValue(name).trim(),
  );
  return filled.startsWith('oklch(') ? plainColor(filled) : filled;
}

const known = new Map<string, string>();

/** The same as `rgb()`, as the browser paints it. */
function plainColor(color: string): string {
  const found = known.get(color);
  if (found !== undefined) return found;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  const plain = `rgb(${red} ${green} ${blue})`;
  known.set(color, plain);
  return plain;
}

export const faded = (color: string, alpha: number): string =>
  `color-mix(in srgb, ${color} ${Math.round(alpha * 100)}%, transparent)`;
