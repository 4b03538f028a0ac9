import type { ReactNode } from 'react';

interface ScrollRegionProps {
  /** What is in it, for a screen reader. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A part that may scroll and may hold nothing to focus: the keyboard reaches it all the same. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
