import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { Executor, TensorState } from '#engine/executors/executor.ts';
import { Answerer } from './answerer.ts';
import type { LoopState } from './loopState.ts';
import { createMechanisms } from './mechanisms/index.ts';
import type { Mechanism } from './mechanisms/mechanism.ts';
import type { PreparedSwarm } from './prepareSwarm.ts';
import { Programs } from './programs.ts';
import { Regimes } from './regimes.ts';
import { SwarmTensors } from './swarmTensors.ts';
import { Trainer } from './trainer.ts';
import { WeightSpace } from './weightSpace.ts';

/** What every body of a run shares. */
export interface Ground {
  readonly executor: Executor;
  readonly tensorState: TensorState;
  /** Of training, mixing and mechanisms. */
  readonly programs: Programs;
  readonly state: LoopState;
}

/** What the plan of a swarm was made into. A new one takes its place when fish join; the tensors stay where they are. */
export interface Body {
  readonly plan: SwarmPlan;
  readonly prepared: PreparedSwarm;
  readonly tensors: SwarmTensors;
  readonly trainer: Trainer;
  readonly regimes: Regimes;
  readonly weights: WeightSpace;
  readonly mechanisms: readonly Mechanism[];
  readonly answerer: Answerer;
  /** Answer programs know all fish of the swarm, so these belong to this body alone. */
  readonly answering: Programs;
}

export function createBody(
  { executor, tensorState, programs }: Ground,
  prepared: PreparedSwarm,
  answering = new Programs(executor, tensorState),
): Body {
  const { swarm, shares, prepared: data } = prepared;
  const { plan } = swarm;
  const regimes = new Regimes(plan, data);
  return {
    plan,
    prepared,
    tensors: new SwarmTensors(swarm, tensorState, plan.run.seed),
    trainer: new Trainer(swarm, programs, { train: data.train, shares, regimes }),
    regimes,
    weights: new WeightSpace(swarm, tensorState),
    mechanisms: createMechanisms(swarm),
    answerer: new Answerer(swarm, answering),
    answering,
  };
}
