import type { Inputs } from '#engine/executors/executor.ts';
import { Graph } from '#engine/tensor/builder.ts';
import { optimize } from '#engine/tensor/passes/optimize.ts';
import type { DataShape, MixProgram } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { schoolParameters, tensorName } from './parameterInputs.ts';

/**
 * Gossip over weights links (D-PSGD, Lian et al. 2017, arXiv 1705.09056): th <- M th for every parameter of the school.
 *
 * A fish whose row of M is that of the identity keeps its parameters bit for bit; a fish that nobody else hears sends
 * nothing, so whatever a dead fish holds (not-a-number, say) stays with it.
 */
export function mixProgram(plan: SwarmPlan, school: SchoolPlan, data: DataShape): MixProgram {
  const fish = school.fish.length;
  const g = new Graph(`${school.id}.mix`);
  const mixing = g.input('mixing', 'control', 'f32', [fish, fish]);
  const mixes = g.input('mixes', 'control', 'bool', [fish]);
  const sends = g.input('sends', 'control', 'bool', [fish]);
  for (const spec of schoolParameters(plan, school, data)) {
    const name = tensorName(school.id, spec.name);
    g.scope(name, () => {
      const old = g.input(name, 'parameter', 'f32', [fish, ...spec.shape]);
      const flat = g.reshape(old, [fish, spec.shape.reduce((product, size) => product * size, 1)]); // [N, P]
      const sent = g.where(g.reshape(sends, [fish, 1]), flat, 0);
      const mixed = g.where(g.reshape(mixes, [fish, 1]), g.matmul(mixing, sent), flat); // [N, P]
      g.update(name, g.reshape(mixed, old.shape));
    });
  }
  return { school: school.id, program: optimize(g.build()), feeds: (matrix) => mixFeeds(matrix, fish) };
}

function mixFeeds(mixing: Float32Array, fish: number): Inputs {
  const mixes = new Uint8Array(fish);
  const sends = new Uint8Array(fish);
  for (let to = 0; to < fish; to++) {
    for (let from = 0; from < fish; from++) {
      if (mixing[to * fish + from] === (to === from ? 1 : 0)) continue;
      mixes[to] = 1;
      sends[from] = 1;
    }
  }
  // A mixing fish hears itself with whatever weight its row gives.
  for (let i = 0; i < fish; i++) if (mixing[i * fish + i] !== 0 && mixes[i] === 1) sends[i] = 1;
  return { mixing, mixes, sends };
}
