import { randomBytes } from 'node:crypto';

/** What opens the engine of one browser shell: 192 random bits. */
export const newToken = (): string => randomBytes(24).toString('base64url');
