import type { Experiment } from './experiment.ts';
import { hybridCascade } from './hybridCascade.ts';
import { hybridEvolution } from './hybridEvolution.ts';
import { hybridFederation } from './hybridFederation.ts';
import { hybridModules } from './hybridModules.ts';

export const hybrid: Experiment = {
  name: 'hybrid',
  architecture: 'hybrid',
  claim:
    'One architecture inside another beats one of its parts on some axis, and survives the loss of a whole group.',
  async fast(context) {
    const findings = [
      await hybridFederation(context),
      await hybridEvolution(context),
      await hybridModules(context),
      await hybridCascade(context),
    ];
    return {
      tables: findings.flatMap(({ tables }) => tables),
      effects: findings.flatMap(({ effects }) => effects),
    };
  },
};
