import type { FishId, NodeId } from '#engine/core/brand.ts';
import { Graph, type Tensor } from '#engine/tensor/builder.ts';
import type { Program } from '#engine/tensor/ir.ts';
import { optimize } from '#engine/tensor/passes/optimize.ts';
import type { DataShape, Level } from '../compiled.ts';
import type { AggregatorPlan, PredictionSource, SwarmPlan } from '../plan.ts';
import { type Answer, aggregate } from './aggregate.ts';
import type { Voices } from './aggregators/heard.ts';
import type { SharedText } from './answerText.ts';
import { type FishPlace, fishOrder } from './fishOrder.ts';
import { positionsOf } from './lengths.ts';
import { type NextTokens, nextTokens } from './nextTokens.ts';
import { parameterInputs } from './parameterInputs.ts';
import { Proposals } from './proposals.ts';
import type { SchoolGraph, SchoolText } from './schoolGraph.ts';
import { logits, think } from './state.ts';
import { exchangeStates, type Member } from './stateLinks.ts';

/** Names of a program's inputs and outputs. */
export const weightsInput = (aggregator: NodeId): string => `weights.${aggregator}`;
export const schoolExit = (school: string, layer: number): string => `${school}@${layer}`;
export const answerName = (owner: string, what: 'logProbs' | 'hits' | 'parts'): string => `${owner}.${what}`;

export interface AnswerRequest {
  /** `evaluate`: every row. `next`: the token after the last of row 0. */
  readonly kind: 'evaluate' | 'next';
  readonly rows: number;
  readonly length: number;
  /** Of each cascade. */
  readonly levels: ReadonlyMap<NodeId, readonly Level[]>;
}

/** The forward pass of all fish on the same rows, then the aggregators. Outputs: see ./answers.ts. */
export function answerProgram(plan: SwarmPlan, data: DataShape, request: AnswerRequest): Program {
  const { kind, rows, length, levels } = request;
  const g = new Graph(`${kind}.${length}`);
  const tokens = g.input('tokens', 'data', 'i32', [rows, length]);
  const lengths = g.input('lengths', 'data', 'i32', [rows]);
  const alive = g.input('alive', 'control', 'bool', [plan.fish.length]);
  const text =
    kind === 'evaluate'
      ? {
          tokens: g.sliceAxis(tokens, 1, 0, positionsOf(data, length)),
          lengths,
          everyPosition: data.task === 'language-modelling',
        }
      : firstRow(g, plan, tokens, lengths);
  const members = plan.schools.map((school) => answering(g, plan, data, school.id, text));
  const sign = g.input('sign', 'control', 'f32', [plan.fish.length]); // -1: it says the opposite
  const said = forward(g, plan, members, text, { alive, sign }, kind);

  const targets =
    data.task === 'language-modelling' && kind === 'evaluate' ? nextTokens(g, tokens, lengths) : null;
  const emit = (owner: string, logProbs: Tensor): void => {
    if (targets === null) g.output(answerName(owner, 'logProbs'), logProbs);
    else emitTargets(g, owner, logProbs, targets);
  };
  plan.schools.forEach((school, s) => {
    emit(school.id, said[s]!.logProbs); // one a school
    for (const [layer, logProbs] of said[s]!.exits) emit(schoolExit(school.id, layer), logProbs);
  });

  const answers = new Map<NodeId, Answer>();
  const speaker = new Speakers(g, plan, said, alive, answers, text);
  for (const aggregator of plan.aggregators) {
    g.scope(aggregator.nodeId, () => {
      const setting = { data, levels: levels.get(aggregator.nodeId) ?? [] };
      const answer = aggregate(g, aggregator, setting, speaker.voices(aggregator));
      answers.set(aggregator.nodeId, answer);
      emit(aggregator.nodeId, answer.logProbs);
      if (answer.parts !== null) emitParts(g, aggregator.nodeId, answer.parts, targets);
    });
  }
  return optimize(g.build());
}

/** Row 0, all of whose tokens are read: as many as the fish have positions. */
function firstRow(g: Graph, plan: SwarmPlan, tokens: Tensor, lengths: Tensor): SharedText {
  const [, length = 1] = tokens.shape;
  const positions = Math.min(length, ...plan.schools.map(({ shape }) => shape.context));
  return {
    tokens: g.slice(tokens, [0, 0], [1, positions]), // [1, T]
    lengths: g.minimum(g.sliceAxis(lengths, 0, 0, 1), positions), // [1]
    everyPosition: false,
  };
}

function answering(g: Graph, plan: SwarmPlan, data: DataShape, id: string, text: SharedText): Member {
  const number = plan.schools.findIndex((candidate) => candidate.id === id);
  const start = plan.schools.slice(0, number).reduce((sum, before) => sum + before.fish.length, 0);
  const school = plan.schools.find((candidate) => candidate.id === id)!; // the caller walks plan.schools
  const parameters = parameterInputs(g, plan, school, data);
  const parameter = (name: string): Tensor => parameters.get(name)!; // a fixed set: see parameters.ts
  const [rows = 1, length = 1] = text.tokens.shape;
  const model: SchoolGraph = {
    g,
    school,
    data,
    fish: school.fish.length,
    rows,
    length,
    parameter,
    embed: (tokens) => g.gather(parameter('wte'), tokens, { batchDims: 1 }),
    drop: (x) => x,
  };
  return { model, start };
}

/** Log-probabilities of the fish of a school, [N, R, C], and of their early exits by layer. */
interface SchoolSaid {
  readonly logProbs: Tensor;
  readonly exits: ReadonlyMap<number, Tensor>;
}

function forward(
  g: Graph,
  plan: SwarmPlan,
  members: readonly Member[],
  text: SharedText,
  { alive, sign }: { readonly alive: Tensor; readonly sign: Tensor },
  kind: AnswerRequest['kind'],
): readonly SchoolSaid[] {
  const reads = plan.talk.some((link) => link.family === 'proposal');
  const proposals = reads
    ? new Proposals(g, plan, plan.schools, { alive, sign, adjacency: adjacencyInput(g, plan, 'proposal') })
    : null;
  const thoughts = members.map((member) =>
    g.scope(member.model.school.id, () => {
      const { model } = member;
      const { fish, rows, length } = model;
      const own: SchoolText = {
        tokens: g.broadcast(g.reshape(text.tokens, [1, rows, length]), [fish, rows, length]),
        lengths: g.broadcast(g.reshape(text.lengths, [1, rows]), [fish, rows]),
      };
      const thought = think(model, own, proposals?.read(model) ?? null);
      proposals?.note(member, thought, null);
      if (kind === 'evaluate' || model.data.task === 'classification') return thought;
      const last = g.gather(thought.state, g.sub(own.lengths, 1), { batchDims: 1 }); // [N, T, D] -> [N, 1, D]
      return { ...thought, state: last };
    }),
  );
  const states = thoughts.map(({ state }) => state);
  const linked = plan.talk.some((link) => link.family === 'state');
  const heard = linked
    ? exchangeStates(g, plan, members, states, { alive, sign, adjacency: adjacencyInput(g, plan, 'state') })
    : states;
  return members.map(({ model, start }, m) =>
    g.scope(model.school.id, () => {
      const state = heard[m]!; // one state a member
      const signs = g.reshape(g.sliceAxis(sign, 0, start, start + model.fish), [model.fish, 1, 1]);
      const spoken = (scores: Tensor): Tensor => g.logSoftmax(g.mul(scores, signs)); // [N, R, C]
      return {
        logProbs: spoken(logits(model, state, thoughts[m]!.prior)),
        exits: new Map([...thoughts[m]!.exits].map(([layer, scores]) => [layer, spoken(scores)])),
      };
    }),
  );
}

function adjacencyInput(g: Graph, plan: SwarmPlan, family: 'state' | 'proposal'): Tensor {
  return g.input(`adjacency.${family}`, 'control', 'f32', [plan.fish.length, plan.fish.length]);
}

/** logProbs [R, V] or [N, R, V] with R = B * T -> the true token's, [..., R], and whether it is the most probable. */
function emitTargets(g: Graph, owner: string, logProbs: Tensor, targets: NextTokens): void {
  const shape = logProbs.shape.slice(0, -1);
  const rows = [...shape.slice(0, -1).map(() => 1), shape.at(-1) ?? 1];
  const ids = g.broadcast(g.reshape(targets.ids, rows), shape);
  const exist = g.reshape(targets.exist, rows);
  g.output(answerName(owner, 'logProbs'), g.where(exist, g.takeAlong(logProbs, ids), 0));
  g.output(answerName(owner, 'hits'), g.and(exist, g.equal(g.argMax(logProbs), ids)));
}

/** Parts [R, K] of the voices; of language models, R = B * T, the mean over the positions that have a target, [B, K]. */
function emitParts(g: Graph, owner: NodeId, parts: Tensor, targets: NextTokens | null): void {
  const name = answerName(owner, 'parts');
  if (targets === null) {
    g.output(name, parts);
    return;
  }
  const [count = 1] = parts.shape.slice(-1);
  const [rows = 1, positions = 1] = targets.exist.shape;
  const exist = g.cast(g.reshape(targets.exist, [rows, positions, 1]), 'f32');
  const sum = g.reduceSum(g.mul(g.reshape(parts, [rows, positions, count]), exist), [1]); // [B, K]
  g.output(name, g.div(sum, g.maximum(g.reduceSum(exist, [1]), 1)));
}

/** Looks up what the inputs of an aggregator say. */
class Speakers {
  readonly #g: Graph;
  readonly #schools: readonly SchoolSaid[];
  readonly #alive: Tensor;
  readonly #answers: ReadonlyMap<NodeId, Answer>;
  readonly #places: ReadonlyMap<FishId, FishPlace>;
  readonly #text: SharedText;

  constructor(
    g: Graph,
    plan: SwarmPlan,
    schools: readonly SchoolSaid[],
    alive: Tensor,
    answers: ReadonlyMap<NodeId, Answer>,
    text: SharedText,
  ) {
    this.#g = g;
    this.#schools = schools;
    this.#alive = alive;
    this.#answers = answers;
    this.#places = fishOrder(plan.schools);
    this.#text = text;
  }

  voices(plan: AggregatorPlan): Voices {
    const g = this.#g;
    const logProbs: Tensor[] = [];
    const alive: Tensor[] = [];
    for (let i = 0; i < plan.inputs.length; ) {
      const source = plan.inputs[i]!; // i is within the list
      if (source.kind === 'aggregator') {
        const answer = this.#answers.get(source.nodeId)!; // aggregators come in evaluation order
        logProbs.push(g.reshape(answer.logProbs, [1, ...answer.logProbs.shape]));
        alive.push(answer.alive);
        i += 1;
        continue;
      }
      const run = this.#run(plan.inputs, i);
      const place = this.#places.get(source.fish)!; // inputs are fish of the plan
      const said = this.#schools[place.school]!;
      const all = source.exit === undefined ? said.logProbs : said.exits.get(source.exit)!; // exits of its shape
      logProbs.push(g.sliceAxis(all, 0, place.slot, place.slot + run));
      alive.push(g.sliceAxis(this.#alive, 0, place.index, place.index + run));
      i += run;
    }
    const count = plan.inputs.length;
    return {
      logProbs: logProbs.length === 1 ? logProbs[0]! : g.concat(logProbs, 0), // [K, R, C]
      alive: alive.length === 1 ? alive[0]! : joinBools(g, alive),
      weights: g.input(weightsInput(plan.nodeId), 'control', 'f32', [count]),
      text: this.#text,
    };
  }

  /** How many inputs from `first` on are neighbours in one school: they are taken in one piece. */
  #run(inputs: readonly PredictionSource[], first: number): number {
    const start = inputs[first];
    const place = start?.kind === 'fish' ? this.#places.get(start.fish) : undefined;
    let run = 1;
    for (; place !== undefined; run++) {
      const next = inputs[first + run];
      const other = next?.kind === 'fish' ? this.#places.get(next.fish) : undefined;
      if (next?.kind === 'fish' && next.exit !== (start?.kind === 'fish' ? start.exit : undefined)) break;
      if (other?.school !== place.school || other.slot !== place.slot + run) break;
      if (other.index !== place.index + run) break;
    }
    return run;
  }
}

/** concat takes numbers. */
function joinBools(g: Graph, parts: readonly Tensor[]): Tensor {
  return g.greater(
    g.concat(
      parts.map((part) => g.cast(part, 'f32')),
      0,
    ),
    0,
  );
}
