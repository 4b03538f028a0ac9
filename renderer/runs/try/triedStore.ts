import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const KEPT = 40;

/** Sentences that were tried, the newest first; remembered by the browser. */
export const useTried = create<{ readonly texts: readonly string[] }>()(
  persist((): { texts: readonly string[] } => ({ texts: [] }), { name: 'shuurai.tried' }),
);

export function rememberTried(text: string): void {
  useTried.setState(({ texts }) => ({
    texts: [text, ...texts.filter((one) => one !== text)].slice(0, KEPT),
  }));
}
