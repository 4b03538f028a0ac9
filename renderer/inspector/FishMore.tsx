import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { openFishMenu } from '../canvas/fishMenuStore.ts';
import { Icon } from '../ui/Icon.tsx';

/** Opens the menu of a fish of a running swarm. */
export function FishMore({ runId, fish, name }: { runId: RunId; fish: string; name: string }) {
  return (
    <button
      type="button"
      className="btn small quiet icon"
      aria-label={t`What to do with ${name}`}
      aria-haspopup="menu"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        openFishMenu({ runId, fish, x: box.left, y: box.bottom + 2 });
      }}
    >
      <Icon name="more" size={16} />
    </button>
  );
}
