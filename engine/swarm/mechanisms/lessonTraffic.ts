import { z } from 'zod';
import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId, LinkId } from '#engine/core/brand.ts';
import { isLost } from '../adjacency.ts';
import type { Cargo } from '../traffic.ts';
import type { Mechanism, World } from './mechanism.ts';

/** An answer is a prediction, whether it is learnt from or read. */
const cargoOf = (family: TalkLink['family']): Cargo => (family === 'proposal' ? 'prediction' : family);

const memorySchema = z.record(z.string(), z.number());

/**
 * Counts what crosses state and prediction links between fish while they learn: in each step one message, with a state
 * (forwards, its gradient back) or a distribution for each row of the batch, 4 bytes a number. What passes a hub is counted
 * once on each speaker's link up and once on each listener's link down.
 */
export function lessonTraffic({ plan, data }: CompiledSwarm): Mechanism {
  const rows = plan.run.batchSize * (data.task === 'language-modelling' ? data.context : 1);
  const outputs = data.task === 'language-modelling' ? data.vocabSize : data.classes;
  const widths = new Map(plan.fish.map(({ id, shape }) => [id, shape.width]));
  /** Steps each fish had taken when it was last counted. */
  let counted: Record<string, number> = {};

  const bytesOf = ({ family, from }: TalkLink): number =>
    4 * rows * (family === 'state' ? 2 * (widths.get(from) ?? 0) : outputs);

  return {
    id: 'lessons',
    communicate({ plan, state, traffic, talk: liveTalk }: World) {
      for (const { linkId, family, hub } of plan.talk) {
        if (family !== 'weights') traffic.open(hub === null ? [linkId] : [linkId, hub.down], cargoOf(family));
      }
      const links = liveTalk().filter(({ family }) => family !== 'weights');
      const steps = (fish: FishId): number =>
        Math.max(0, (state.fish[fish]?.steps ?? 0) - (counted[fish] ?? 0));
      const shared = new Map<string, { link: LinkId; talk: TalkLink; steps: number; lost: boolean }>();
      for (const talk of links) {
        if (state.round % talk.every !== 0) continue;
        const lost = isLost(talk, plan.run.seed, state.round);
        const here = Math.min(steps(talk.from), steps(talk.to));
        const ways =
          talk.hub === null
            ? ([[talk.linkId, `${talk.linkId} ${talk.from} ${talk.to}`]] as const)
            : ([
                [talk.linkId, `${talk.linkId} ${talk.from}`],
                [talk.hub.down, `${talk.hub.down} ${talk.to}`],
              ] as const);
        for (const [link, key] of ways) {
          const old = shared.get(key);
          shared.set(key, {
            link,
            talk,
            steps: Math.max(old?.steps ?? 0, here),
            lost: lost && (old?.lost ?? true),
          });
        }
      }
      for (const { link, talk, steps: taken, lost } of shared.values()) {
        if (taken === 0) continue;
        traffic.crossed(link, cargoOf(talk.family), {
          messages: lost ? 0 : taken,
          bytes: lost ? 0 : taken * bytesOf(talk),
          dropped: lost ? taken : 0,
          weight: talk.strength,
        });
      }
      counted = Object.fromEntries(Object.entries(state.fish).map(([id, life]) => [id, life.steps]));
    },
    capture: () => counted,
    restore(memory) {
      counted = memorySchema.parse(memory);
    },
  };
}
