const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file (RFC 4180), without its end. */
export const csvRow = (fields: readonly (string | number)[]): string =>
  fields.map((field) => (typeof field === 'number' ? String(field) : quote(field))).join(',');
