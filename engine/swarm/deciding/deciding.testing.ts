import { randomStream } from '#engine/core/random.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { AnswerTable } from '../answerTable.ts';
import { Chorus } from './chorus.ts';
import type { Combination } from './combination.ts';
import { Listener } from './listener.ts';

/** A table of `rows` rows with `classes` classes, row r of class r mod classes. */
export function testTable(rows: number, classes: number): AnswerTable {
  const examples: EncodedExamples = {
    size: rows,
    context: 4,
    tokens: new Int32Array(rows * 4),
    lengths: new Int32Array(rows).fill(4),
    labels: Int32Array.from({ length: rows }, (_, row) => row % classes),
    text: String,
    column: () => null,
    ranges: new Map(),
  };
  return { examples, columns: classes, fish: new Map(), exits: new Map(), aggregators: new Map() };
}

/** Log-probabilities of a voice that gives `sure` to the true class with probability `skill`, else to the next one. */
export function voice(table: AnswerTable, skill: number, { sure = 0.8, seed = 1 } = {}): Float32Array {
  const { examples, columns } = table;
  const random = randomStream(seed, 'voice', skill);
  const logs = new Float32Array(examples.size * columns).fill(Math.log((1 - sure) / (columns - 1)));
  examples.labels.forEach((label, row) => {
    const said = random.chance(skill) ? label : (label + 1) % columns;
    logs[row * columns + said] = Math.log(sure);
  });
  return logs;
}

export interface TestVoices {
  readonly kind?: 'aggregator' | 'fish';
  readonly combination?: Combination;
  /** Skill of each source by its id; 0 is a liar, and all liars tell the same lie. A fish's own comes last, as "self". */
  readonly skills: Readonly<Record<string, number>>;
  readonly rows?: number;
}

/** A listener to voices of known skill. */
export function testListener({
  kind = 'aggregator',
  combination = 'probabilities',
  skills,
  rows = 400,
}: TestVoices): Listener {
  const table = testTable(rows, 4);
  const ids = Object.keys(skills).filter((id) => id !== 'self');
  const all = kind === 'fish' ? [...ids, 'self'] : ids;
  return new Listener({
    id: 'listener',
    kind,
    sources: ids.map((id) => ({ id, strength: 1 })),
    chorus: new Chorus(
      'classification',
      table,
      combination,
      all.map((id, seed) => voice(table, skills[id] ?? 0, { seed })),
    ),
    rows: Int32Array.from({ length: rows }, (_, row) => row),
  });
}
