export { confusionOf } from './confusionOf.ts';
export { estimate } from './estimate.ts';
export { evaluateRun } from './evaluateRun.ts';
export { executorForRun } from './executorForRun.ts';
export { measureSpeed } from './measureSpeed.ts';
export { openPredictor, predictRun } from './predictor.ts';
export { createRun } from './swarmRun.ts';
export type * from './types.ts';
