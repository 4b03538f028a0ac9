import type { FishId } from '../core/brand.ts';
import type { MechanismPlan } from './mechanismPlan.ts';
import type { Member } from './mechanisms/federated.ts';
import type { FishPlan, SchoolPlan, SwarmPlan, TalkLink } from './plan.ts';

/**
 * The links between fish with those of a newcomer: it hears whoever `beside` hears, and whoever hears `beside` hears it. What
 * joins fish of one node with each other (a hub) joins also the newcomer and `beside`. What a hub passes on is divided anew
 * among those who speak.
 *
 * The strengths of trainable links are parameters of the hearer, so one that was there before hears the newcomer at the
 * strength the link was drawn with; the newcomer learns those of whom its kin could hear. Its answers are read by no fish that
 * was there; it reads those its kin read.
 */
export function talkBeside(plan: SwarmPlan, beside: FishPlan, id: FishId, kin: SchoolPlan): TalkLink[] {
  const nodeOf = new Map(plan.fish.map((fish) => [fish.id, fish.nodeId]));
  const own = new Set(kin.fish);
  const learnable = new Set(
    plan.talk.flatMap(({ family, trainable, from, to }) =>
      family === 'state' && trainable && own.has(to) ? [from] : [],
    ),
  );
  const within = new Map<string, TalkLink>();
  const added: TalkLink[] = [];
  const reads = plan.fish.find((fish) => fish.id === kin.fish[0])?.proposers ?? [];
  const join = (link: TalkLink, from: FishId, to: FishId): void => {
    // Who reads answers has a place for each proposer there was at the start.
    if (link.family === 'proposal' && !(to === id && reads.includes(from))) return;
    const trainable = link.trainable && to === id && learnable.has(from);
    added.push({ ...link, from, to, trainable });
  };
  for (const link of plan.talk) {
    if (link.from === beside.id) join(link, id, link.to);
    if (link.to === beside.id) join(link, link.from, id);
    const touches = link.from === beside.id || link.to === beside.id;
    if (touches && nodeOf.get(link.from) === nodeOf.get(link.to)) {
      within.set(`${link.family} ${link.linkId} ${link.hub?.down ?? ''}`, link);
    }
  }
  for (const link of within.values()) {
    join(link, id, beside.id);
    join(link, beside.id, id);
  }
  return dividedAnew([...plan.talk, ...added]);
}

const hubKey = ({ family, hub, to }: TalkLink): string => `${family} ${hub?.nodeId} ${to}`;

/** Of what a hub passes on, each of those a fish hears there has an equal share. */
function dividedAnew(talk: readonly TalkLink[]): TalkLink[] {
  const speakers = new Map<string, number>();
  for (const link of talk)
    if (link.hub !== null) speakers.set(hubKey(link), (speakers.get(hubKey(link)) ?? 0) + 1);
  return talk.map((link) => {
    if (link.hub === null) return link;
    const share = 1 / (speakers.get(hubKey(link)) ?? 1);
    const { up, strength } = link.hub;
    return { ...link, strength: up * strength * share, hub: { ...link.hub, share } };
  });
}

/** A mechanism with a newcomer among its fish, where `beside` is among them. */
export function withMember(mechanism: MechanismPlan, beside: FishId, id: FishId): MechanismPlan {
  const grown = (members: readonly Member[]): readonly Member[] => {
    const wires = members.find((member) => member.id === beside);
    return wires === undefined ? members : [...members, { ...wires, kind: 'fish', id }];
  };
  switch (mechanism.kind) {
    case 'federated':
    case 'distil':
      return { ...mechanism, clients: grown(mechanism.clients) };
    case 'hub':
      return { ...mechanism, members: grown(mechanism.members) };
    case 'evolve':
    case 'supervise':
      return mechanism.fish.includes(beside) ? { ...mechanism, fish: [...mechanism.fish, id] } : mechanism;
    case 'organise':
    case 'reinforce':
      // They steer aggregators and links, whose newcomers they find there.
      return mechanism;
  }
}
