/** Modifier keys held while the pointer moves; the canvas library does not pass them on. */
export const heldKeys = { alt: false, mod: false };

const read = (event: MouseEvent | KeyboardEvent): void => {
  heldKeys.alt = event.altKey;
  heldKeys.mod = event.ctrlKey || event.metaKey;
};

/** Follows them; returns how to stop. */
export function followKeys(): () => void {
  const events = ['pointermove', 'pointerup', 'mouseup', 'keydown', 'keyup'] as const;
  for (const name of events) window.addEventListener(name, read, true);
  return () => {
    for (const name of events) window.removeEventListener(name, read, true);
  };
}
