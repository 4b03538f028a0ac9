import type { SwarmComment } from '#engine/document/schema.ts';

const COLOURS: Record<SwarmComment['colour'], string> = {
  yellow: 'var(--score)',
  blue: 'var(--examples)',
  teal: 'var(--prediction)',
  violet: 'var(--state)',
  orange: 'var(--weights)',
  grey: 'var(--control)',
};

/** The theme's colour of a comment. */
export const commentColour = (colour: SwarmComment['colour']): string => COLOURS[colour];
