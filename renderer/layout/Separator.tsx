import type { KeyboardEvent, PointerEvent } from 'react';
import { t } from '#engine/core/text.ts';
import {
  PANELS,
  type PanelName,
  resizePanel,
  setPanelOpen,
  togglePanel,
  useLayout,
  usePanelOpen,
} from './layoutStore.ts';

const STEP = 16;

/** The edge of a panel: drag to resize, double click or Enter to collapse, arrow keys to move. */
export function Separator({ panel }: { panel: PanelName }) {
  const size = useLayout((state) => state[panel].size);
  const open = usePanelOpen(panel);
  const { axis, sign, min, max, label } = PANELS[panel];

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const target = event.currentTarget;
    const at = (pointer: { clientX: number; clientY: number }): number =>
      axis === 'x' ? pointer.clientX : pointer.clientY;
    const start = at(event);
    const sizeAtStart = open ? size : 0;
    target.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent): void => {
      const wanted = sizeAtStart + sign * (at(move) - start);
      setPanelOpen(panel, wanted > min / 2);
      if (wanted > min / 2) resizePanel(panel, wanted);
    };
    const onUp = (): void => {
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onUp);
      target.removeEventListener('pointercancel', onUp);
    };
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onUp);
    target.addEventListener('pointercancel', onUp);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const [grow, shrink] = axis === 'x' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
    if (event.key === 'Enter') togglePanel(panel);
    else if (event.key === grow) resizePanel(panel, size + sign * STEP);
    else if (event.key === shrink) resizePanel(panel, size - sign * STEP);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable splitter is a separator with a value, which <hr> is not.
    <div
      role="separator"
      tabIndex={0}
      className={`separator ${axis}`}
      aria-label={t`${label} size`}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={open ? size : 0}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => togglePanel(panel)}
    />
  );
}
