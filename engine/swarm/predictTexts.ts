import type { Answers, CompiledSwarm } from '#engine/compile/compiled.ts';
import type { AggregatorPlan, PredictionSource } from '#engine/compile/plan.ts';
import { aggregatorTensor } from '#engine/compile/programs/aggregators/tensors.ts';
import { quorumOf, sourceId } from '#engine/compile/sources.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { type Encoding, encodeTexts } from '#engine/data/encodeTexts.ts';
import { type EncodedExamples, SPECIAL_TOKENS, type Tokenizer } from '#engine/data/types.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { counted, t } from '../core/text.ts';
import type { Answerer } from './answerer.ts';
import { type Choice, writeOn } from './continuation.ts';
import { argMax } from './metrics/classificationScore.ts';
import type { SwarmTensors } from './swarmTensors.ts';
import type { PredictOptions } from './types.ts';
import { canAnswer, type Voices } from './voices.ts';

export interface Speaker {
  readonly swarm: CompiledSwarm;
  readonly answerer: Answerer;
  readonly encoding: Encoding;
  readonly voices: Voices;
  readonly tensors: Pick<SwarmTensors, 'readAggregator'>;
}

/** Tokens shown of a language model's next-token distribution. */
const SHOWN = 10;

/** Who is to answer: a fish of the caller's choice, or what is linked to the goal. Throws where it cannot. */
function answererOf({ swarm: { plan }, voices }: Speaker, fish: string | null | undefined): PredictionSource {
  if (fish != null) {
    const one = plan.fish.find(({ id }) => id === fish);
    if (one === undefined) {
      throw new ShuuraiError(
        'invalid-arguments',
        t`The swarm has no fish "${fish}". It has ${plan.fish.map(({ id }) => id).join(', ')}.`,
        { details: { fish } },
      );
    }
    return { kind: 'fish', fish: one.id, linkId: plan.goal.answer.linkId, weight: 1 };
  }
  const { answer } = plan.goal;
  const isAlive = (id: string): boolean => voices.alive[plan.fish.findIndex((one) => one.id === id)] === 1;
  if (canAnswer(answer, isAlive, voices.answering)) return answer;
  const aggregator = plan.aggregators.find(
    ({ nodeId }) => answer.kind === 'aggregator' && nodeId === answer.nodeId,
  );
  const needed = aggregator === undefined ? 1 : quorumOf(aggregator);
  const living = voices.alive.reduce((sum, alive) => sum + alive, 0);
  throw new ShuuraiError(
    'conflict',
    t`The swarm refuses to answer: ${living} of its ${plan.fish.length} fish live, and "${aggregator?.name ?? t`the answer`}" needs ${counted(needed, '{0} live source', '{0} live sources')}. Revive fish, lower the quorum, or ask one fish.`,
    { details: { live: living, needed } },
  );
}

/** What the swarm makes of each text. Throws `conflict` where too few fish live, `invalid-arguments` for bad options. */
export async function predictTexts(
  speaker: Speaker,
  texts: readonly string[],
  options: PredictOptions = {},
): Promise<Prediction[]> {
  const source = answererOf(speaker, options.fish);
  return speaker.encoding.task === 'classification'
    ? classify(speaker, texts, source)
    : continueTexts(speaker, texts, source, options);
}

function examplesOfTexts(encoding: Encoding, texts: readonly string[]): EncodedExamples {
  const { size, tokens, lengths, columns } = encodeTexts(encoding, texts);
  return {
    size,
    context: columns,
    tokens,
    lengths,
    labels: new Int32Array(size),
    text: (i) => texts[i] ?? '',
    column: () => null,
    ranges: new Map(),
  };
}

async function classify(
  speaker: Speaker,
  texts: readonly string[],
  source: PredictionSource,
): Promise<Prediction[]> {
  const { answerer, encoding, voices } = speaker;
  const examples = examplesOfTexts(encoding, texts);
  const predictions: Prediction[] = new Array<Prediction>(texts.length);
  for (const rows of answerer.batches(examples)) {
    const { answers } = await answerer.answer(examples, rows, voices);
    rows.forEach((row, index) => {
      predictions[row] = read(speaker, answers, source, {
        text: texts[row] ?? '',
        row: index,
        start: index * encoding.labels.length,
        size: encoding.labels.length,
        name: (c) => encoding.labels[c] ?? '',
        scores: encoding.labels.length,
      });
    });
  }
  return predictions;
}

interface Place {
  readonly text: string;
  /** Its row in the batch. */
  readonly row: number;
  /** Where the distribution begins, and how many outcomes it has. */
  readonly start: number;
  readonly size: number;
  readonly name: (outcome: number) => string;
  /** Outcomes listed in `scores`, the most probable first. */
  readonly scores: number;
}

/** Everyone's answer at one place of the outputs. */
function read(speaker: Speaker, answers: Answers, source: PredictionSource, place: Place): Prediction {
  const { swarm, voices } = speaker;
  const { plan } = swarm;
  const said = (logProbs: Float32Array): { label: string; confidence: number } => {
    const best = argMax(logProbs, place.start, place.size);
    if (best < 0) return { label: '', confidence: 0 };
    return { label: place.name(best), confidence: Math.exp(logProbs[place.start + best]!) };
  };
  const logProbs = logProbsOf(plan, answers, source);
  const order = Array.from({ length: place.size }, (_, c) => c);
  const shown =
    place.scores < place.size
      ? order
          .sort((a, b) => logProbs[place.start + b]! - logProbs[place.start + a]! || a - b)
          .slice(0, place.scores)
      : order;
  const scores: Record<string, number> = {};
  for (const c of shown) scores[place.name(c)] = Math.exp(logProbs[place.start + c]!);
  return {
    text: place.text,
    ...said(logProbs),
    scores,
    fish: plan.fish.map((fish, i) => ({
      id: fish.id,
      nodeId: fish.nodeId,
      ...said(answers.fish[i]!),
      alive: voices.alive[i] === 1,
      reads: readsOf(plan, voices, fish.id),
    })),
    path: plan.aggregators
      .filter(({ nodeId }) => voices.answering.has(nodeId))
      .map((aggregator) => ({
        nodeId: aggregator.nodeId,
        ...said(answers.aggregators.get(aggregator.nodeId)!),
        weights: weightsAt(speaker, answers, aggregator, place),
      })),
  };
}

/** What each source of an aggregator weighs in this answer, and how sure the levels of a cascade were that it asked. */
function weightsAt(
  speaker: Speaker,
  answers: Answers,
  aggregator: AggregatorPlan,
  place: Place,
): Prediction['path'][number]['weights'] {
  const parts = partsAt(answers, speaker.voices, aggregator, place.row);
  const levels = speaker.swarm.levels.get(aggregator.nodeId) ?? [];
  const last = levels.findIndex(({ input }) => (parts[input] ?? 0) > 0);
  const open = speaker.voices.weights.get(aggregator.nodeId);
  const asked = new Set(
    levels.slice(0, last + 1).flatMap(({ input }) => ((open?.[input] ?? 0) > 0 ? input : [])),
  );
  return parts.map((weight, k) => {
    const source = aggregator.inputs[k]!;
    const sureness = asked.has(k) ? calibratedSureness(speaker, answers, aggregator, source, place) : null;
    return { source: sourceId(source), weight, ...(sureness === null ? {} : { sureness }) };
  });
}

/** What a cascade compares with its threshold: how sure a level is at its fitted temperature. */
function calibratedSureness(
  { swarm: { plan }, tensors }: Speaker,
  answers: Answers,
  aggregator: AggregatorPlan,
  source: PredictionSource,
  { start, size }: Place,
): number {
  const [temperature = 1] = tensors.readAggregator(
    aggregatorTensor(aggregator.nodeId, 'temperature', source),
  );
  const logProbs = logProbsOf(plan, answers, source).subarray(start, start + size);
  const most = logProbs.reduce((a, b) => Math.max(a, b), -Infinity);
  return 1 / logProbs.reduce((sum, value) => sum + Math.exp((value - most) / temperature), 0);
}

/** The answers a fish read: those of living proposers over links that are open. */
function readsOf(
  { fish }: CompiledSwarm['plan'],
  { talk, alive }: Voices,
  id: string,
): Prediction['fish'][number]['reads'] {
  const isAlive = (from: string): boolean => alive[fish.findIndex((one) => one.id === from)] === 1;
  return talk
    .filter(
      ({ family, from, to, strength }) => family === 'proposal' && to === id && strength > 0 && isAlive(from),
    )
    .map(({ from, strength }) => ({ source: from, weight: strength }));
}

/** The part of each source in this one answer: decided for the text, or the weights of all texts. */
function partsAt(answers: Answers, voices: Voices, aggregator: AggregatorPlan, row: number): number[] {
  const count = aggregator.inputs.length;
  const parts = answers.parts.get(aggregator.nodeId);
  if (parts === undefined) return [...(voices.weights.get(aggregator.nodeId) ?? [])];
  return [...parts.subarray(row * count, (row + 1) * count)];
}

function logProbsOf(plan: CompiledSwarm['plan'], answers: Answers, source: PredictionSource): Float32Array {
  const exit =
    source.kind === 'fish' && source.exit !== undefined ? answers.exits.get(sourceId(source)) : null;
  const found =
    exit ??
    (source.kind === 'fish'
      ? answers.fish[plan.fish.findIndex(({ id }) => id === source.fish)]
      : answers.aggregators.get(source.nodeId));
  if (found === undefined)
    throw new ShuuraiError('internal', t`The answer program says nothing of "${sourceId(source)}".`);
  return found;
}

/** Tokens that are no text have names of their own, such as `<eos>`. */
const tokenName = (tokenizer: Tokenizer, token: number): string =>
  SPECIAL_TOKENS[token] ?? tokenizer.decode([token]);

async function continueTexts(
  speaker: Speaker,
  texts: readonly string[],
  source: PredictionSource,
  options: PredictOptions,
): Promise<Prediction[]> {
  const { swarm, answerer, encoding, voices } = speaker;
  const { tokenizer } = encoding;
  const choice: Choice = {
    tokens: options.tokens ?? 40,
    temperature: options.temperature ?? 0,
    seed: options.seed ?? 1,
  };
  // Rows of training hold the context's tokens; a text to go on from has no target, so it may fill them all.
  const columns = { ...encoding, context: encoding.context + 1 };
  const predictions: Prediction[] = [];
  for (const [number, text] of texts.entries()) {
    const prompt = examplesOfTexts(columns, [text]);
    const ask = (tokens: Int32Array, length: number): Promise<Answers> =>
      answerer.next({ ...prompt, tokens, lengths: Int32Array.of(length) }, 0, voices);
    const first = await ask(prompt.tokens, prompt.lengths[0]!);
    const prediction = read(speaker, first, source, {
      text,
      row: 0,
      start: 0,
      size: swarm.data.vocabSize,
      name: (token) => tokenName(tokenizer, token),
      scores: SHOWN,
    });
    const written = await writeOn(prompt, choice, number, async (tokens, length) =>
      logProbsOf(swarm.plan, await ask(tokens, length), source),
    );
    // Decoded together, because the space between prompt and continuation belongs to neither alone.
    const known = [...prompt.tokens.subarray(0, prompt.lengths[0]!)];
    const whole = tokenizer.decode([...known, ...written.map(({ token }) => token)]);
    predictions.push({
      ...prediction,
      continuation: whole.slice(tokenizer.decode(known).length),
      tokens: written.map(({ token, probability }) => ({ text: tokenizer.decode([token]), probability })),
    });
  }
  return predictions;
}
