import { randomStream } from '../core/random.ts';

export interface Split {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  /** Rows that were left out of the validation rows because their text stands there already. */
  readonly repeats: number;
}

/** Texts that differ only in case and blanks are the same text. */
export function textKey(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * A seeded split, stratified by label: `fraction` of the distinct texts of each label (rounded; at least one where
 * there are two, and never all) go to validation. Equal texts never stand on both sides. Indices ascend.
 */
export function stratifiedSplit(
  texts: readonly string[],
  labels: readonly string[],
  fraction: number,
  seed: number,
  stream: string,
): Split {
  const groups = new Map<string, number[]>();
  texts.forEach((text, i) => {
    const key = textKey(text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  });
  const byLabel = new Map<string, number[][]>();
  for (const group of groups.values()) {
    const label = labels[group[0]!]!;
    const list = byLabel.get(label);
    if (list === undefined) byLabel.set(label, [group]);
    else list.push(group);
  }
  const train: number[] = [];
  const validation: number[] = [];
  let repeats = 0;
  for (const [label, list] of byLabel) {
    randomStream(seed, 'split', stream, label).shuffle(list);
    const wanted = Math.max(1, Math.round(list.length * fraction));
    const taken = Math.min(wanted, list.length - 1);
    list.forEach((group, position) => {
      if (position >= taken) {
        for (const i of group) train.push(i);
      } else {
        validation.push(group[0]!);
        repeats += group.length - 1;
      }
    });
  }
  return { train: Int32Array.from(train).sort(), validation: Int32Array.from(validation).sort(), repeats };
}
