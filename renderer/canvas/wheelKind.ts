type WheelLike = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>;

/** Pixels that a notch of a mouse wheel turns at least. */
const NOTCH = 40;

/**
 * What turned the wheel, as far as an event shows: a trackpad moves in small steps and to the side as well, a mouse
 * wheel in notches. Null where it cannot be told (a pinch, which zooms in any case).
 */
export function wheelKind({
  deltaX,
  deltaY,
  deltaMode,
  ctrlKey,
  shiftKey,
}: WheelLike): 'mouse' | 'trackpad' | null {
  if (ctrlKey || shiftKey || (deltaX === 0 && deltaY === 0)) return null;
  if (deltaMode !== 0) return 'mouse';
  return deltaX !== 0 || Math.abs(deltaY) < NOTCH ? 'trackpad' : 'mouse';
}
