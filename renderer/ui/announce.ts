import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** Grows, so that the same text twice is said twice. */
  readonly count: number;
}

/** What a screen reader says next, without taking the focus. Nothing is shown. */
export const useAnnouncement = create<Announcement>()(() => ({ text: '', count: 0 }));

export const announce = (text: string): void =>
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));
