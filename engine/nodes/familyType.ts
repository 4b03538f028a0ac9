import type { Family, PortType } from './kind.ts';

/** The port type whose colour stands for a family of nodes. */
export const FAMILY_TYPE: Readonly<Record<Family, PortType>> = {
  data: 'examples',
  fish: 'prediction',
  talk: 'state',
  decide: 'prediction',
  adapt: 'score',
  test: 'control',
  goal: 'score',
};
