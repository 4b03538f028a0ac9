import { z } from 'zod';
import type { PreparedData } from '#engine/data/types.ts';
import { type Example, exampleSchema } from '#engine/protocol/api/answers.ts';
import type { RunHandle } from '#engine/runs/types.ts';

const EXAMPLES = 'examples.json';
/** How many are kept, from all over the validation rows, and how much of each text. */
const KEPT = 300;
const LONGEST = 2000;

/** Keeps some validation rows with the run, so that it can be tried on them without its data. */
export function storeExamples(run: RunHandle, { validation, labels, task }: PreparedData): void {
  const every = Math.max(1, validation.size / KEPT);
  const examples: Example[] = [];
  for (let at = 0; at < validation.size; at += every) {
    const row = Math.floor(at);
    const text = validation.text(row).slice(0, LONGEST);
    const label = task === 'classification' ? (labels[validation.labels[row] ?? -1] ?? '') : '';
    examples.push({ text, label });
  }
  run.writeFile(EXAMPLES, JSON.stringify(examples));
}

/** Empty where none were kept, or the file is damaged: nothing depends on them. */
export function readExamples(run: RunHandle): readonly Example[] {
  const bytes = run.readFile(EXAMPLES);
  if (bytes === null) return [];
  try {
    return z.array(exampleSchema).parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return [];
  }
}
