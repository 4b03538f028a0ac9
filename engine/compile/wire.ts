import type { LinkId } from '../core/brand.ts';
import type { SwarmLink } from '../document/schema.ts';
import type { Wire } from './plan.ts';

/** What a link of the document does with what passes it. */
export function wireOf(linkId: LinkId, { params }: SwarmLink): Wire {
  const { strength, every, delay, loss, compression } = params;
  return { linkId, strength, every, delay, loss, compression };
}
