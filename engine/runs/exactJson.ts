import { ShuuraiError } from '../core/errors.ts';

/** Numbers JSON cannot hold are kept as {"$number": "NaN"}; a resumed run must find the very same bits. */
const MARK = '$number';
const NAMES = new Map<string, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

/** JSON that keeps NaN, infinities and -0. Values JSON would silently change (maps, typed arrays) are refused. */
export function encodeExactJson(value: unknown): string {
  return JSON.stringify(value, (key, item: unknown) => {
    if (typeof item === 'number') {
      if (Number.isFinite(item) && !Object.is(item, -0)) return item;
      return { [MARK]: Object.is(item, -0) ? '-0' : String(item) };
    }
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
      const prototype = Object.getPrototypeOf(item);
      if (prototype !== Object.prototype && prototype !== null) {
        throw new ShuuraiError(
          'internal',
          `The run's state cannot be saved: "${key}" is a ${item.constructor.name}, not plain data.`,
        );
      }
    }
    return item;
  });
}

export function decodeExactJson(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (typeof item === 'object' && item !== null && MARK in item && typeof item[MARK] === 'string') {
      return NAMES.get(item[MARK]) ?? item;
    }
    return item;
  });
}
