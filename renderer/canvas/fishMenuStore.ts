import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';

interface FishMenu {
  readonly runId: RunId;
  readonly fish: string;
  readonly x: number;
  readonly y: number;
}

/** The small menu of one fish of a running swarm. */
export const useFishMenu = create<{ readonly open: FishMenu | null }>()(() => ({ open: null }));
export const openFishMenu = (open: FishMenu): void => useFishMenu.setState({ open });
export const closeFishMenu = (): void => useFishMenu.setState({ open: null });
