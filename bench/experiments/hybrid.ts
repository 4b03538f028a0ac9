import type { Experiment } from './experiment.ts';
import { agNews } from './ground.ts';
import { hybridCascade } from './hybridCascade.ts';
import { hybridEvolution } from './hybridEvolution.ts';
import { hybridFederation } from './hybridFederation.ts';
import { hybridModules, newsFaculties } from './hybridModules.ts';
import { together } from './together.ts';

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
    return together(findings);
  },
  async full(context) {
    const findings = [
      // Four classes, eight fish: the first and the fifth have the first class, and so on.
      await hybridFederation(context, {
        ground: agNews(),
        clusters: { a: [1, 2, 5, 6], b: [3, 4, 7, 8] },
      }),
      await hybridEvolution(context, agNews()),
      await hybridModules(context, newsFaculties()),
      await hybridCascade(context, {
        ground: agNews(),
        strangers: { learningRate: 0.01, dropout: 0 },
        most: 6,
      }),
    ];
    return together(findings);
  },
};
