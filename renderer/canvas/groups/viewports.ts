import type { Viewport } from '@xyflow/react';
import type { GroupId } from '#engine/core/brand.ts';

/** Where each tab was looked at last, in the whole swarm and in each of its groups. */
export const viewports = new Map<string, Viewport>();

/** Those of them that showed all there was, and are to show all of it again. */
export const fittedPlaces = new Set<string>();

export const viewportKey = (tabId: string, inside: GroupId | null): string => `${tabId}/${inside ?? ''}`;
