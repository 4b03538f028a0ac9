/** Words that YAML 1.1 readers take for something else than text. */
const SPECIAL = /^(y|n|yes|no|on|off|true|false|null|~|nan|inf)$/i;
/** Text that needs no quotation marks: words without anything YAML gives a meaning to. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*$/;

const text = (value: string): string =>
  PLAIN.test(value) && !SPECIAL.test(value)
    ? value
    : JSON.stringify(value).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped); // YAML allows fewer characters than JSON

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function scalar(value: unknown): string | null {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : null;
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '{}' : null;
  return null;
}

function lines(value: unknown, indent: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const short = scalar(item);
      if (short !== null) return [`${indent}- ${short}`];
      const [first = '', ...rest] = lines(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(Object(value)).flatMap(([key, item]) => {
    if (item === undefined) return [];
    const short = scalar(item);
    return short === null
      ? [`${indent}${text(key)}:`, ...lines(item, `${indent}  `)]
      : [`${indent}${text(key)}: ${short}`];
  });
}

/** Plain data (what JSON can hold) as YAML 1.2 in block style, which readers of YAML 1.1 take for the same. */
export function toYaml(value: unknown): string {
  return `${scalar(value) ?? lines(value, '').join('\n')}\n`;
}
