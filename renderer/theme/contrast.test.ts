// biome-ignore lint/style/noRestrictedImports: a test runs in Node, and Vitest leaves style sheets empty
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

function colours(theme: 'dark' | 'light'): ReadonlyMap<string, string> {
  const block = css.split(`[data-theme="${theme}"]`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ['bg0', 'bg1', 'bg2', 'bg3'];
const WORDS = ['text', 'text2', 'text3', 'accent', 'warn', 'bad', 'ok'];
const SIGNS = ['examples', 'state', 'prediction', 'weights', 'score', 'control'];

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const palette = colours(theme);
  const ratio = (a: string, b: string): number => contrast(palette.get(a) ?? '', palette.get(b) ?? '');
  const pairs = (names: readonly string[]) =>
    names.flatMap((name) => SURFACES.map((surface) => [name, surface]));

  it.each(pairs(WORDS))('has words in %s that can be read on %s (AA, 4.5 : 1)', (colour, surface) => {
    expect(ratio(colour ?? '', surface ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SIGNS))('has signs in %s that can be seen on %s (AA, 3 : 1)', (colour, surface) => {
    expect(ratio(colour ?? '', surface ?? '')).toBeGreaterThanOrEqual(3);
  });

  it('has readable words on the main button', () => {
    expect(ratio('onaccent', 'accent')).toBeGreaterThanOrEqual(4.5);
  });
});
