import type { PortType } from '../nodes/kind.ts';
import type { SwarmComment } from './schema.ts';

/** Colours of comments are those of the types of ports, so that a theme has one of each. */
export const COMMENT_TYPES: Readonly<Record<SwarmComment['colour'], PortType>> = {
  yellow: 'score',
  blue: 'examples',
  teal: 'prediction',
  violet: 'state',
  orange: 'weights',
  grey: 'control',
};
