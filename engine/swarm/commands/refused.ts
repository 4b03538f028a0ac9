import { ShuuraiError } from '#engine/core/errors.ts';

/** A command that makes no sense to this swarm. */
export const refused = (message: string): ShuuraiError => new ShuuraiError('invalid-arguments', message);
