import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { RunEventBody } from '#engine/protocol/events.ts';
import type { AnswerTable } from './answerTable.ts';
import type { Body, Ground } from './body.ts';
import type { FishLives } from './fishLives.ts';
import type { World } from './mechanisms/mechanism.ts';
import { openTalk } from './openTalk.ts';
import { Traffic } from './traffic.ts';

/** What of the loop a world needs besides the body. */
export interface WorldDoors {
  readonly lives: FishLives;
  answers(of: 'everyone' | 'fish'): Promise<AnswerTable>;
  say: World['say'];
  enlist(like: FishId): FishId | null;
  metrics(values: Readonly<Record<string, number>>): void;
  emit(event: RunEventBody): void;
}

/** The swarm as its mechanisms see it. */
export function openWorld({ programs, state }: Ground, body: Body, doors: WorldDoors): World {
  const { plan, prepared, weights, tensors, regimes } = body;
  const { lives } = doors;
  return {
    plan,
    swarm: prepared.swarm,
    get data() {
      return regimes.view(state.round);
    },
    shares: prepared.shares,
    state,
    weights,
    tensors,
    programs,
    traffic: new Traffic(state),
    isAlive: (fish) => lives.isAlive(fish),
    wake: (fish, cause) => lives.wake(fish, cause),
    rest: (fish, cause) => lives.rest(fish, cause),
    renew: (fish, cause) => lives.replace(fish, cause),
    enlist: (like) => doors.enlist(like),
    talk: () => openTalk(plan, state),
    random: (purpose, ...keys) => randomStream(plan.run.seed, purpose, ...keys),
    answers: (of = 'everyone') => doors.answers(of),
    say: (examples, rows) => doors.say(examples, rows),
    metrics: (values) => doors.metrics(values),
    emit: (event) => doors.emit(event),
  };
}
