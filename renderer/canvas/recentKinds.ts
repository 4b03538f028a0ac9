import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const MOST = 5;

/** The kinds added last, the newest first, remembered by the browser. */
export const useRecentKinds = create<{ readonly kinds: readonly string[] }>()(
  persist((): { readonly kinds: readonly string[] } => ({ kinds: [] }), { name: 'shuurai.recent-kinds' }),
);

export function rememberKind(kind: string): void {
  useRecentKinds.setState(({ kinds }) => ({
    kinds: [kind, ...kinds.filter((other) => other !== kind)].slice(0, MOST),
  }));
}
