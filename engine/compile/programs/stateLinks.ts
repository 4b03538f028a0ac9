import type { FishId } from '#engine/core/brand.ts';
import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SchoolPlan, SwarmPlan, TalkLink } from '../plan.ts';
import { kinOf } from '../schoolKin.ts';
import { type Receiver, type StateTalk, stateWeight, TRUST } from './parameters.ts';
import { proposersOf } from './proposers.ts';
import type { SchoolGraph } from './schoolGraph.ts';
import { NORM_EPSILON } from './transformer.ts';

/** Keeps a fish that hears nobody from dividing by zero. */
const NOBODY = 1e-6;

/** Pairs of schools of the document (sender, receiver) that a link of the family joins, as "from to"; of newcomers their kin. */
function schoolPairs(plan: SwarmPlan, family: TalkLink['family']): ReadonlySet<string> {
  const schoolOf = new Map<FishId, string>(plan.fish.map((fish) => [fish.id, kinOf(plan, fish.school).id]));
  const links = plan.talk.filter((link) => link.family === family);
  return new Set(links.map((link) => `${schoolOf.get(link.from)} ${schoolOf.get(link.to)}`));
}

/** How the fish of a school take part in state links: which of their parameters exist follows from it. */
export function stateTalk(plan: SwarmPlan, school: SchoolPlan): StateTalk {
  const pairs = schoolPairs(plan, 'state');
  const kin = kinOf(plan, school.id).id;
  const receivers: Receiver[] = plan.schools
    .filter((other) => pairs.has(`${kin} ${other.id}`))
    .map((other) => ({ school: other.id, width: other.shape.width }));
  const trusted = trustedSenders(plan, school).length;
  const proposers = proposersOf(plan, school).length;
  return {
    receivers,
    trusted,
    proposers,
    hears: plan.schools.some((other) => pairs.has(`${other.id} ${kin}`)),
  };
}

/** Fish that the school (or its kin) hears over trainable state links, in the order of its learned strengths. */
export function trustedSenders(plan: SwarmPlan, school: SchoolPlan): readonly FishId[] {
  const own = new Set(kinOf(plan, school.id).fish);
  const links = plan.talk.filter(
    ({ family, trainable, to }) => family === 'state' && trainable && own.has(to),
  );
  return [...new Set(links.map(({ from }) => from))];
}

/**
 * Factors [N, M] of the strengths with which a school hears the fish of the program: exp(theta_ij) over trainable links,
 * so that no strength becomes negative and the document's is where learning starts; 1 elsewhere. theta is a parameter of
 * the fish that hears, learned with all others.
 */
function learnedStrengths(g: Graph, plan: SwarmPlan, to: Member, members: readonly Member[]): Tensor | null {
  const { school } = to.model;
  const senders = trustedSenders(plan, school);
  if (senders.length === 0) return null;
  const order = members.flatMap(({ model }) => model.school.fish);
  const pairs = new Set(
    plan.talk.flatMap(({ family, trainable, from, to: hears }) =>
      family === 'state' && trainable ? [`${from}>${hears}`] : [],
    ),
  );
  const mask = school.fish.flatMap((fish) => senders.map((from) => (pairs.has(`${from}>${fish}`) ? 1 : 0)));
  const places = senders.flatMap((from) => order.map((fish) => (fish === from ? 1 : 0)));
  const theta = g.mul(
    to.model.parameter(TRUST),
    g.constant(Float32Array.from(mask), [school.fish.length, senders.length]),
  );
  return g.exp(g.matmul(theta, g.constant(Float32Array.from(places), [senders.length, order.length])));
}

/** A school's fish are [start, start + N) of the cluster's. */
export interface Member {
  readonly model: SchoolGraph;
  readonly start: number;
}

/**
 * One hop of message passing between fish (swarm.md, state links):
 * m_i = sum_j alive_j a_ij W_j LN(h_j) / (eps + sum_j alive_j a_ij), h_i <- h_i + gamma_i m_i.
 * Language models exchange states position by position, so no fish learns of a later token.
 *
 * A fish whose `sign` is -1 sends the opposite of its state. A dead fish neither sends nor receives: `where` on both sides keeps its numbers, and its gradients, from others even
 * if they are not finite.
 *
 * @param states By member, [N, R, D]. @param alive bool [M], M fish of the cluster. @param sign [M], 1 or -1.
 * @param adjacency [M, M], [to][from]. @returns the new states, by member.
 */
export function exchangeStates(
  g: Graph,
  plan: SwarmPlan,
  members: readonly Member[],
  states: readonly Tensor[],
  { alive, sign, adjacency }: { readonly alive: Tensor; readonly sign: Tensor; readonly adjacency: Tensor },
): readonly Tensor[] {
  const pairs = schoolPairs(plan, 'state');
  const total = alive.shape[0] ?? 0;
  const heard = g.where(g.reshape(alive, [1, total]), adjacency, 0); // [M, M]
  const shareOf = (strengths: Tensor): Tensor =>
    g.div(strengths, g.add(g.reduceSum(strengths, [1], { keepDims: true }), NOBODY));
  const fixed = shareOf(heard); // [M, M]
  const sending = states.map((state, m) => {
    const { model, start } = members[m]!; // a state for each member
    const signs = g.reshape(g.sliceAxis(sign, 0, start, start + model.fish), [model.fish, 1, 1]);
    return g.mul(g.layerNorm(state, NORM_EPSILON).xhat, signs);
  });
  const living = ({ model, start }: Member): Tensor =>
    g.reshape(g.sliceAxis(alive, 0, start, start + model.fish), [model.fish, 1, 1]); // bool [N, 1, 1]

  return members.map((to, t) => {
    const state = states[t];
    if (state === undefined) return g.scalar(0);
    const [, rows = 1, width = 1] = state.shape;
    const learned = learnedStrengths(g, plan, to, members);
    const listener = kinOf(plan, to.model.school.id).id;
    const own = (x: Tensor): Tensor => g.sliceAxis(x, 0, to.start, to.start + to.model.fish);
    const share = learned === null ? own(fixed) : shareOf(g.mul(own(heard), learned)); // [Nt, M]
    const messages = members.flatMap((from, f) => {
      const sent = sending[f];
      const speaker = kinOf(plan, from.model.school.id).id;
      if (sent === undefined || !pairs.has(`${speaker} ${listener}`)) return [];
      const carried = g.matmul(sent, from.model.parameter(stateWeight(listener))); // [Nf, R, Dt]
      const safe = g.reshape(g.where(living(from), carried, 0), [from.model.fish, rows * width]); // [Nf, R Dt]
      const block = g.sliceAxis(share, 1, from.start, from.start + from.model.fish); // [Nt, Nf]
      return [g.matmul(block, safe)]; // [Nt, R Dt]
    });
    if (messages.length === 0) return state;
    const sum = messages.reduce((a, b) => g.add(a, b));
    const received = g.where(living(to), g.reshape(sum, state.shape), 0); // [Nt, R, Dt]
    const gamma = g.reshape(to.model.parameter('state.gamma'), [to.model.fish, 1, 1]);
    return g.add(state, g.mul(received, gamma));
  });
}
