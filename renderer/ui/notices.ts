import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'ok' | 'warn' | 'bad';
  /** Notices of one story are one notice that grows. */
  readonly story: string | null;
}

interface NoticeState {
  readonly notices: readonly Notice[];
}

const SHOWN_MS = { info: 4500, ok: 4500, warn: 7000, bad: 9000 } as const;
const MOST = 3;
let nextId = 1;

/** Short messages over the canvas that go by themselves. */
export const useNotices = create<NoticeState>()(() => ({ notices: [] }));

/** `story`: a later notice of the same story, while the earlier one is shown, is added to it. */
export function notify(text: string, tone: Notice['tone'] = 'info', story: string | null = null): void {
  const id = nextId;
  nextId += 1;
  useNotices.setState(({ notices }) => {
    const earlier = story === null ? undefined : notices.find((notice) => notice.story === story);
    const whole = earlier === undefined ? text : `${earlier.text} · ${text}`;
    const others = notices.filter((notice) => notice !== earlier && notice.text !== text);
    return { notices: [...others, { id, text: whole, tone, story }].slice(-MOST) };
  });
  setTimeout(() => dismissNotice(id), SHOWN_MS[tone]);
}

/** Says anew, in place of all that was said of it, what a story has come to. */
export function retell(text: string, tone: Notice['tone'], story: string): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.story !== story) }));
  notify(text, tone, story);
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
