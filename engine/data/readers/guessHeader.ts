const TEXT_NAMES =
  /^(text|texts|sentence|sentences|message|messages|content|body|question|review|document|comment|tweet|sms|title|description|headline|utterance|input|premise|passage|abstract|summary|post|query|v2)$/i;
const LABEL_NAMES =
  /^(label|labels|class|classes|category|categories|target|targets|sentiment|topic|intent|tag|y|gold|answer|polarity|emotion|rating|stars|spam|label[_ -]?(text|name|coarse|fine)|coarse[_ -]?label|class[_ -]?(index|id|name)|v1)$/i;

export function isTextName(name: string): boolean {
  return TEXT_NAMES.test(name.trim());
}

export function isLabelName(name: string): boolean {
  return LABEL_NAMES.test(name.trim());
}

const SAMPLE = 1000;
const isNumber = (cell: string) => cell.trim() !== '' && Number.isFinite(Number(cell));
/** A few words: letters, digits and light punctuation. */
const looksLikeName = (cell: string) => /^[\p{L}_][\p{L}\p{N}_ .\-/()]{0,39}$/u.test(cell.trim());

/** Whether the first record names the columns rather than being an example. */
export function guessHeader(records: readonly (readonly string[])[]): boolean {
  const first = records[0];
  if (first === undefined) return false;
  const rest = records.slice(1, SAMPLE);
  const distinct = new Set(first.map((cell) => cell.trim()));
  // The first cell of a table saved with its row numbers is blank.
  const cellsFit = first.every((cell, i) => looksLikeName(cell) || (i === 0 && cell.trim() === ''));
  if (!cellsFit || distinct.size !== first.length) return false;
  const known = first.filter((cell) => isTextName(cell) || isLabelName(cell)).length;
  if (known >= 2 || (known === 1 && first.length === 1)) return true;

  let evidence = known;
  for (let column = 0; column < first.length; column++) {
    const name = first[column]!.trim();
    const cells = rest.map((record) => record[column]?.trim() ?? '');
    if (cells.length === 0) continue;
    const values = new Set(cells);
    // A value that recurs below it is data: "ham" above other "ham".
    if (values.has(name)) return false;
    if (cells.every(isNumber)) evidence += 2;
    else if (cells.length >= 4 && values.size <= cells.length / 2) evidence += 2;
    else if (cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length > 4 * name.length)
      evidence += 1;
  }
  return evidence >= 2;
}
