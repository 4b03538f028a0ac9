import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'ok' | 'warn' | 'bad';
}

interface NoticeState {
  readonly notices: readonly Notice[];
}

const SHOWN_MS = { info: 4500, ok: 4500, warn: 7000, bad: 9000 } as const;
const MOST = 3;
let nextId = 1;

/** Short messages over the canvas that go by themselves. */
export const useNotices = create<NoticeState>()(() => ({ notices: [] }));

export function notify(text: string, tone: Notice['tone'] = 'info'): void {
  const id = nextId;
  nextId += 1;
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((notice) => notice.text !== text), { id, text, tone }].slice(-MOST),
  }));
  setTimeout(() => dismissNotice(id), SHOWN_MS[tone]);
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
