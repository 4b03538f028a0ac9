import { randomStream } from '#engine/core/random.ts';
import type { AnswerTable } from '#engine/swarm/answerTable.ts';
import { Chorus } from '#engine/swarm/deciding/chorus.ts';
import { Listener } from '#engine/swarm/deciding/listener.ts';
import { POLICIES } from '#engine/swarm/deciding/rewarding/index.ts';
import { firstPolicy, type PolicySettings } from '#engine/swarm/deciding/rewarding/policy.ts';

export interface Game {
  /** What everyone says before some turn bad, and after. */
  readonly before: AnswerTable;
  readonly after: AnswerTable;
  /** Decisions until then, and at most from then on. */
  readonly calm: number;
  readonly patience: number;
  /** Rows a decision is rewarded by; the others are what it is measured on. */
  readonly batch: number;
}

export interface Played {
  /** Quality on the measuring rows just before, just after and at the end. */
  readonly settled: number;
  readonly fallen: number;
  readonly final: number;
  /** Decisions after the change until 95 % of the oracle was reached and kept for five; Infinity: never. */
  readonly steps: number;
}

/** Even rows reward, odd rows measure. */
const halves = ({ examples }: AnswerTable): { readonly reward: Int32Array; readonly measure: Int32Array } => {
  const rows = Int32Array.from({ length: examples.size }, (_, row) => row);
  return { reward: rows.filter((row) => row % 2 === 0), measure: rows.filter((row) => row % 2 === 1) };
};

function listenerTo(table: AnswerTable): Listener {
  const ids = [...table.fish.keys()].toSorted();
  return new Listener({
    id: 'swarm',
    kind: 'aggregator',
    sources: ids.map((id) => ({ id, strength: 1 })),
    chorus: new Chorus(
      'classification',
      table,
      'probabilities',
      ids.map((id) => table.fish.get(id)!), // its own keys
    ),
    rows: halves(table).reward,
  });
}

/** Quality of the best of all choices of voices. */
export function oracle(table: AnswerTable): number {
  const listener = listenerTo(table);
  const { measure } = halves(table);
  let best = 0;
  for (let set = 1; set < 2 ** listener.sources.length; set++)
    best = Math.max(
      best,
      listener.quality(
        listener.sources.map((_, k) => (set >> k) & 1),
        measure,
      ),
    );
  return best;
}

/** Quality of the best voice alone. */
export function bestAlone(table: AnswerTable): number {
  const listener = listenerTo(table);
  const { measure } = halves(table);
  return Math.max(
    ...listener.sources.map((_, only) =>
      listener.quality(
        listener.sources.map((__, k) => (k === only ? 1 : 0)),
        measure,
      ),
    ),
  );
}

/** Plays the decisions of one way to learn, outside a run so that every single one is measured. */
export function play(
  game: Game,
  method: keyof typeof POLICIES,
  settings: PolicySettings,
  seed: number,
): Played {
  const policy = POLICIES[method];
  const memory = firstPolicy();
  const [before, after] = [listenerTo(game.before), listenerTo(game.after)];
  const { measure } = halves(game.after);
  const target = 0.95 * oracle(game.after);
  const random = randomStream(seed, 'play', method);
  const decide = (listener: Listener): number => {
    policy.learn({ listener, rows: listener.draw(game.batch, random), random }, memory, settings);
    return listener.quality(policy.open(listener, memory), measure);
  };
  let settled = 0;
  for (let decision = 0; decision < game.calm; decision++) settled = decide(before);
  const fallen = after.quality(policy.open(after, memory), measure);
  let kept = 0;
  let final = fallen;
  let steps = Infinity;
  for (let decision = 1; decision <= game.patience; decision++) {
    final = decide(after);
    kept = final >= target ? kept + 1 : 0;
    if (kept === 5 && steps === Infinity) steps = decision - 4;
  }
  return { settled, fallen, final, steps };
}
