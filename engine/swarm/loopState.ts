import { z } from 'zod';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { fishIdSchema } from '#engine/protocol/commands.ts';
import { runEventSchema } from '#engine/protocol/events.ts';
import { t } from '../core/text.ts';
import { firstHearing } from './mechanisms/firstHearing.ts';

const number = z.number().or(z.nan()).or(z.literal(Infinity)).or(z.literal(-Infinity));

/** Sums over the local steps of a fish. */
const sums = z.object({
  steps: z.number(),
  loss: number,
  accuracy: number,
  gradNorm: number,
  /** Learned from; checkpoints of older versions do not count them. */
  tokens: z.number().default(0),
});
export type Sums = z.output<typeof sums>;

/** Lasting corruptions of a fish; noise is added once and does not last. */
const corruptionSchema = z.enum(['sign-flip', 'label-flip']);
export type Corruption = z.output<typeof corruptionSchema>;

const fishLife = z.object({
  /** waiting: kept in reserve. removed: it left the swarm for good. */
  state: z.enum(['running', 'waiting', 'dead', 'failed', 'removed']),
  /** Who killed it: "command", or the id of a fault node; null while it lives or has failed. */
  killedBy: z.string().nullable(),
  /** Optimizer steps taken. */
  steps: z.number(),
  /** Answers, but takes no optimizer step. */
  frozen: z.boolean(),
  /** Not asked by its server in this period: takes no optimizer step. */
  resting: z.boolean(),
  /**
   * What is wrong with it for as long as it lasts. sign-flip: its answers and whatever it sends are inverted (see
   * ./sent.ts); label-flip: it learns from false labels.
   */
  corruption: z.array(corruptionSchema),
  /** How strongly it follows its school, where a command changed that; null: as the plan says. */
  rules: z
    .object({
      alignment: z.number(),
      cohesion: z.number(),
      separation: z.number(),
      zones: z.object({ repulsion: z.number(), orientation: z.number(), attraction: z.number() }).nullable(),
    })
    .nullable(),
  /** How often noise was added to its weights; keys the noise. */
  noises: z.number(),
  /** Takes part in every `pace`-th local step only; 1: in all. */
  pace: z.number(),
  /** How often it was replaced by a fresh fish; keys the first weights. */
  generation: z.number(),
  /** Local steps done in this round, and the last round in which it did all of them. */
  done: z.number(),
  beat: z.number(),
  /** The round in which it (or its present generation) began to learn; its schedule starts there. */
  born: z.number(),
  /** Base learning rate set by a command; null: the plan's. */
  rate: z.number().nullable(),
  lastRate: z.number(),
  /** Since the last point of the training curve, and since the start of the round. */
  point: sums,
  round: sums,
});
export type FishLife = z.output<typeof fishLife>;

/** See engine/compile/addFish.ts. */
const addition = z.object({
  id: fishIdSchema,
  like: fishIdSchema,
  place: fishIdSchema.nullable(),
  shareOf: fishIdSchema.nullable(),
  round: z.number(),
});

const loopStateSchema = z.object({
  /** The round being done, from 1. */
  round: z.number(),
  phase: z.enum(['begin', 'local', 'communicate', 'aggregate', 'adapt', 'evaluate', 'end']),
  /** Local steps done in this round. */
  step: z.number(),
  /** By fish id. */
  fish: z.record(z.string(), fishLife),
  /**
   * By aggregator whose weights are not simply the strengths of its links: the logarithm of each source's weight (by
   * the id of the fish or aggregator), up to a common constant; -Infinity: not heard.
   */
  hearing: z.record(z.string(), z.record(z.string(), number)),
  /** What crossed each link in this round, by link id; see ./traffic.ts. */
  traffic: z.record(
    z.string(),
    z.object({
      cargo: z.enum(['weights', 'state', 'prediction']),
      among: z.enum(['learners', 'answers']),
      messages: z.number(),
      bytes: z.number(),
      dropped: z.number(),
      weight: z.number().nullable(),
    }),
  ),
  /**
   * How far links between fish are open, by family, hearer and source: what their strength is multiplied by. Absent: 1;
   * 0: closed.
   */
  gates: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
  /**
   * Strengths of links set by commands while running, 0: cut. By the link's id, or for a single pair of a link between
   * schools by "id from>to"; absent: the document's. See ./wiring.ts.
   */
  links: z.record(z.string(), z.number()),
  /** By fault node, by fish it holds: the round at whose beginning it lets go; 0: never. */
  faults: z.record(z.string(), z.record(z.string(), z.number())),
  /** Fish that joined while the swarm lived, in order; the plan of the run is its document's with these. */
  added: z.array(addition),
  /** Fish that will join at the beginning of the next round; their programs are being compiled. */
  joining: z.array(addition),
  /** By fish that does not learn itself: those that learn from its share meanwhile. See ./carried.ts. */
  cover: z.record(z.string(), z.array(fishIdSchema)),
  /** What mechanisms remember, by their id. */
  mechanisms: z.record(z.string(), z.unknown()),
  /** Random orders over which Shapley values are to be measured at the next evaluation; 0: not asked for. */
  shapley: z.number(),
  stop: z.object({ best: z.number().nullable(), since: z.number(), reached: z.boolean() }),
  refusing: z.boolean(),
  /** Last values of the swarm series, by series name. */
  metrics: z.record(z.string(), z.number()),
  /** What this round published so far; written anew on resume, since the store drops unfinished rounds. */
  published: z.array(runEventSchema),
});
/** Everything of a run that is neither a tensor nor derivable from the document and the seed. */
export type LoopState = z.output<typeof loopStateSchema>;

export const noSums = (): Sums => ({ steps: 0, loss: 0, accuracy: 0, gradNorm: 0, tokens: 0 });

/** The life of a fish that begins in `round`. */
export function newborn(round: number): FishLife {
  return {
    state: 'running',
    killedBy: null,
    steps: 0,
    frozen: false,
    resting: false,
    corruption: [],
    rules: null,
    noises: 0,
    pace: 1,
    generation: 0,
    done: 0,
    beat: round - 1,
    born: round,
    rate: null,
    lastRate: 0,
    point: noSums(),
    round: noSums(),
  };
}

export function firstState(plan: SwarmPlan): LoopState {
  const supervisors = plan.mechanisms.filter((mechanism) => mechanism.kind === 'supervise');
  const spares = new Set(supervisors.flatMap((supervisor) => supervisor.spares));
  return {
    round: 1,
    phase: 'begin',
    step: 0,
    fish: Object.fromEntries(
      plan.fish.map(({ id }) => [
        id,
        spares.has(id) ? { ...newborn(1), state: 'waiting' as const } : newborn(1),
      ]),
    ),
    hearing: Object.fromEntries(
      plan.aggregators.flatMap((aggregator) => {
        const first = firstHearing(aggregator);
        return first === null ? [] : [[aggregator.nodeId, first]];
      }),
    ),
    traffic: {},
    gates: {},
    links: {},
    faults: {},
    added: [],
    joining: [],
    // Nothing of the data waits with the spares.
    cover: Object.fromEntries(
      supervisors.flatMap(({ fish, spares: waiting }) => waiting.map((id) => [id, [...fish]])),
    ),
    mechanisms: {},
    shapley: 0,
    stop: { best: null, since: 0, reached: false },
    refusing: false,
    metrics: {},
    published: [],
  };
}

/** The state of a checkpoint, checked against the plan. Throws `conflict`. */
export function readLoopState(stored: unknown, plan: SwarmPlan): LoopState {
  const parsed = loopStateSchema.safeParse(stored);
  const fits =
    parsed.success &&
    plan.fish.every(({ id }) => Object.hasOwn(parsed.data.fish, id)) &&
    plan.aggregators.every(
      (aggregator) =>
        firstHearing(aggregator) === null || Object.hasOwn(parsed.data.hearing, aggregator.nodeId),
    );
  if (!fits) {
    throw new ShuuraiError(
      'conflict',
      t`The checkpoint does not fit the swarm: it was written by another version or belongs to another document. Start the run anew.`,
    );
  }
  return parsed.data;
}
