import { z } from 'zod';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { CellTexts } from '#engine/protocol/api/measured.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import type { Evaluation } from './evaluate.ts';

const FILE = 'answered.json';
/** Texts of validation kept with their answers, from the first on, and characters of each. */
const TEXTS = 1000;
const CHARACTERS = 300;

const answeredSchema = z.object({
  round: z.number(),
  texts: z.array(z.string()),
  /** By text; classes by their place among the labels, -1: no answer. */
  truth: z.array(z.number()),
  swarm: z.array(z.number()).nullable(),
  fish: z.record(z.string(), z.array(z.number())),
});
/** Who answered what to the first texts of validation, at the last evaluation. */
export type Answered = z.output<typeof answeredSchema>;

/** One cell of a confusion matrix, and how many of its texts are asked for. */
export interface ConfusionCell {
  /** null: the swarm. */
  readonly fish: string | null;
  readonly truth: number;
  readonly answer: number;
  readonly limit: number;
}

const cut = (text: string): string => (text.length <= CHARACTERS ? text : `${text.slice(0, CHARACTERS)}…`);

/** null for language modelling. */
export function answeredOf(
  plan: SwarmPlan,
  round: number,
  validation: EncodedExamples,
  { answers }: Pick<Evaluation, 'answers'>,
): Answered | null {
  if (plan.task !== 'classification') return null;
  const kept = Math.min(TEXTS, validation.size);
  const first = (all: Int16Array): number[] => [...all.subarray(0, kept)];
  return {
    round,
    texts: Array.from({ length: kept }, (_, row) => cut(validation.text(row))),
    truth: [...validation.labels.subarray(0, kept)],
    swarm: answers.swarm === null ? null : first(answers.swarm),
    fish: Object.fromEntries(
      plan.fish.flatMap(({ id }, at) => {
        const own = answers.fish[at];
        return own == null ? [] : [[id, first(own)] as const];
      }),
    ),
  };
}

/** Throws `conflict` where the swarm or the fish has not answered. */
export function pickTexts(answered: Answered | null, cell: ConfusionCell): CellTexts {
  const own = cell.fish === null ? answered?.swarm : answered?.fish[cell.fish];
  if (answered === null || own == null) {
    throw new ShuuraiError(
      'conflict',
      t`There are no texts to show: at the last evaluation nobody answered, or the run was made by an older version of Shuurai, which kept none.`,
    );
  }
  const rows = own.flatMap((answer, row) =>
    answer === cell.answer && answered.truth[row] === cell.truth ? [row] : [],
  );
  return {
    round: answered.round,
    total: rows.length,
    kept: answered.texts.length,
    texts: rows.slice(0, cell.limit).map((row) => answered.texts[row] ?? ''),
  };
}

export const storeAnswered = (run: RunHandle, answered: Answered): void =>
  run.writeFile(FILE, JSON.stringify(answered));

/** null where the run kept none, or what it kept cannot be read: it is only for looking at. */
export function readAnswered(run: RunHandle): Answered | null {
  const bytes = run.readFile(FILE);
  if (bytes === null) return null;
  try {
    const parsed = answeredSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** As of the newest checkpoint, from the run's folder. */
export const confusedOf = (run: RunHandle, cell: ConfusionCell): CellTexts =>
  pickTexts(readAnswered(run), cell);
