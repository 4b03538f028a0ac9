import { z } from 'zod';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { runEventSchema } from '#engine/protocol/events.ts';
import { firstHearing } from './mechanisms/weigh.ts';

const number = z.number().or(z.nan()).or(z.literal(Infinity)).or(z.literal(-Infinity));

/** Sums over the local steps of a fish. */
const sums = z.object({ steps: z.number(), loss: number, accuracy: number, gradNorm: number });
export type Sums = z.output<typeof sums>;

const fishLife = z.object({
  state: z.enum(['running', 'dead', 'failed']),
  /** Who killed it: "command", or the id of a fault node; null while it lives or has failed. */
  killedBy: z.string().nullable(),
  /** Optimizer steps taken. */
  steps: z.number(),
  /** Answers, but takes no optimizer step. */
  frozen: z.boolean(),
  /** Not asked by its server in this period: takes no optimizer step. */
  resting: z.boolean(),
  /** Base learning rate set by a command; null: the plan's. */
  rate: z.number().nullable(),
  lastRate: z.number(),
  /** Since the last point of the training curve, and since the start of the round. */
  point: sums,
  round: sums,
});
export type FishLife = z.output<typeof fishLife>;

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
  /** What mechanisms remember, by their id. */
  mechanisms: z.record(z.string(), z.unknown()),
  stop: z.object({ best: z.number().nullable(), since: z.number(), reached: z.boolean() }),
  refusing: z.boolean(),
  /** Last values of the swarm series, by series name. */
  metrics: z.record(z.string(), z.number()),
  /** What this round published so far; written anew on resume, since the store drops unfinished rounds. */
  published: z.array(runEventSchema),
});
/** Everything of a run that is neither a tensor nor derivable from the document and the seed. */
export type LoopState = z.output<typeof loopStateSchema>;

export const noSums = (): Sums => ({ steps: 0, loss: 0, accuracy: 0, gradNorm: 0 });

export function firstState(plan: SwarmPlan): LoopState {
  return {
    round: 1,
    phase: 'begin',
    step: 0,
    fish: Object.fromEntries(
      plan.fish.map(({ id }) => [
        id,
        {
          state: 'running' as const,
          killedBy: null,
          steps: 0,
          frozen: false,
          resting: false,
          rate: null,
          lastRate: 0,
          point: noSums(),
          round: noSums(),
        },
      ]),
    ),
    hearing: Object.fromEntries(
      plan.aggregators.flatMap((aggregator) =>
        aggregator.kind === 'weighted' ? [[aggregator.nodeId, firstHearing(aggregator)]] : [],
      ),
    ),
    traffic: {},
    mechanisms: {},
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
      (aggregator) => aggregator.kind !== 'weighted' || Object.hasOwn(parsed.data.hearing, aggregator.nodeId),
    );
  if (!fits) {
    throw new ShuuraiError(
      'conflict',
      'The checkpoint does not fit the swarm: it was written by another version or belongs to another document. Start the run anew.',
    );
  }
  return parsed.data;
}
