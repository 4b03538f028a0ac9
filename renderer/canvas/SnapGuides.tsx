import { useStore, ViewportPortal } from '@xyflow/react';
import { create } from 'zustand';
import type { SnapLines } from './snapLines.ts';

/** Longer than any swarm: a guide runs across all that can be seen. */
const ENDLESS = 40_000;

const useGuides = create<{ readonly guides: SnapLines | null }>()(() => ({ guides: null }));

/** Shows where nodes that are dragged line up with others, in flow coordinates; null: nowhere. */
export function showGuides(guides: SnapLines | null): void {
  const shown = guides === null || guides.x.length + guides.y.length === 0 ? null : guides;
  if (shown !== useGuides.getState().guides) useGuides.setState({ guides: shown });
}

/** The lines that dragged nodes have snapped to. */
export function SnapGuides() {
  const guides = useGuides((state) => state.guides);
  return guides === null ? null : <Guides guides={guides} />;
}

function Guides({ guides }: { guides: SnapLines }) {
  const thin = useStore((state) => 1 / state.transform[2]);
  return (
    <ViewportPortal>
      {guides.x.map((x) => (
        <div
          key={`x${x}`}
          className="snap-guide"
          style={{ left: x, top: -ENDLESS / 2, width: thin, height: ENDLESS }}
        />
      ))}
      {guides.y.map((y) => (
        <div
          key={`y${y}`}
          className="snap-guide"
          style={{ top: y, left: -ENDLESS / 2, height: thin, width: ENDLESS }}
        />
      ))}
    </ViewportPortal>
  );
}
