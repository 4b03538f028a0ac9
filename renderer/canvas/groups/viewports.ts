import type { Viewport } from '@xyflow/react';
import type { GroupId } from '#engine/core/brand.ts';

/** Where each tab was looked at last, in the whole swarm and in each of its groups. */
export const viewports = new Map<string, Viewport>();

export const viewportKey = (tabId: string, inside: GroupId | null): string => `${tabId}/${inside ?? ''}`;
