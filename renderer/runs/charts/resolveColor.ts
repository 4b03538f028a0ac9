/** A colour with its CSS variables as they are now: canvas and pictures cannot resolve them. */
export function resolveColor(color: string): string {
  const { documentElement } = document;
  return color.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) =>
    getComputedStyle(documentElement).getPropertyValue(name).trim(),
  );
}

export const faded = (color: string, alpha: number): string =>
  `color-mix(in srgb, ${color} ${Math.round(alpha * 100)}%, transparent)`;
