import { COMMENT_TYPES } from '#engine/document/commentTypes.ts';
import type { SwarmComment } from '#engine/document/schema.ts';
import { portColour } from './ports.ts';

/** The theme's colour of a comment. */
export const commentColour = (colour: SwarmComment['colour']): string => portColour(COMMENT_TYPES[colour]);
