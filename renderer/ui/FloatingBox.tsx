import { type ReactNode, useEffect, useRef, useState } from 'react';

interface FloatingBoxProps {
  readonly label: string;
  /** Where it should stand, in the window; it moves until it is inside. */
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
  /** The most it can need. */
  readonly height: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const EDGE = 8;
/** What had the focus before the first of the boxes that follow each other. */
let origin: Element | null = null;

/** A small dialogue at a place of the canvas. A press outside or Escape closes it; the focus then goes back. */
export function FloatingBox({ label, at, width, height, onClose, children }: FloatingBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Read while it is first drawn, before a part of it takes the focus. One that follows another goes back as far.
  const [before] = useState(() => {
    const focused = document.activeElement;
    if (focused?.closest('.floating-box') !== null && focused !== null) return origin;
    origin = focused;
    return focused;
  });

  useEffect(() => {
    const element = box.current;
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && element?.contains(event.target) !== true) close.current();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      window.removeEventListener('pointerdown', onPointerDown, true);
      // Where something else took the focus meanwhile, it keeps it.
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        const canTake = before instanceof HTMLElement || before instanceof SVGElement;
        if (isFree && canTake && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, [before]);

  return (
    <div
      ref={box}
      className="floating-box"
      role="dialog"
      aria-label={label}
      style={{
        width: Math.min(width, window.innerWidth - 2 * EDGE),
        left: Math.max(EDGE, Math.min(at.x, window.innerWidth - width - EDGE)),
        top: Math.max(EDGE, Math.min(at.y, window.innerHeight - height - EDGE)),
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && box.current?.contains(relatedTarget) === false) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
