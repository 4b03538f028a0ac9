export interface Difference {
  readonly path: string;
  /** undefined where the path is absent. */
  readonly a: unknown;
  readonly b: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The leaves in which two JSON values differ, by dotted path; positions on the canvas do not count. */
export function differences(a: unknown, b: unknown, path = ''): Difference[] {
  if (isRecord(a) && isRecord(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .sort()
      .filter((key) => key !== 'position')
      .flatMap((key) => differences(a[key], b[key], path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path, a, b }];
}
