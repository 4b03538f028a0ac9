import { useAnnouncement } from './announce.ts';

/** Speaks announcements to screen readers. */
export function LiveRegion() {
  const { text, count } = useAnnouncement();
  return (
    <div className="visually-hidden" aria-live="polite" data-announced={count}>
      {/* A new element each time: the same words again are news again. */}
      <span key={count}>{text}</span>
    </div>
  );
}
