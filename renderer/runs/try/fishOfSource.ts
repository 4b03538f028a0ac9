import { exitNamed } from '#engine/compile/sources.ts';

/** The fish behind a source of an aggregator: an early exit is its fish's; all else is itself. */
export const fishOfSource = (source: string): string => exitNamed(source)?.fish ?? source;
