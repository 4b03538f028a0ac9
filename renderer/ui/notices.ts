import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly text: string;
  /** All that the text sums up, for who wants to read it; empty where the text says it all. */
  readonly list: readonly string[];
  readonly tone: 'info' | 'ok' | 'warn' | 'bad';
  /** Notices of one story are one notice that is told anew. */
  readonly story: string | null;
  /** The run it is of, and shown with; null: of none. */
  readonly about: string | null;
}

interface NoticeState {
  readonly notices: readonly Notice[];
}

const SHOWN_MS = { info: 4500, ok: 4500, warn: 7000, bad: 9000 } as const;
/** More are not kept; the log has all. */
const MOST = 4;
let nextId = 1;
/** Notices that a person reads the list of: they stay. */
const read = new Set<string>();

/** Short messages over the canvas that go by themselves, the newest last: only that one is shown, and another again if it stays longer. */
export const useNotices = create<NoticeState>()(() => ({ notices: [] }));

/** What a notice is known by while it is told anew. */
export const noticeKey = ({ id, story }: Pick<Notice, 'id' | 'story'>): string => story ?? String(id);

/** Whether a story is over the canvas now. */
export const isTold = (story: string): boolean =>
  useNotices.getState().notices.some((notice) => notice.story === story);

type Details = Partial<Pick<Notice, 'story' | 'list' | 'about'>>;

/** `story`: takes the place of what was said of it, while that is shown. */
export function notify(text: string, tone: Notice['tone'] = 'info', details: Details = {}): void {
  const notice: Notice = { id: nextId, text, tone, list: [], story: null, about: null, ...details };
  nextId += 1;
  useNotices.setState(({ notices }) => {
    const others = notices.filter(
      (other) => other.text !== text && (notice.story === null || other.story !== notice.story),
    );
    return { notices: [...others, notice].slice(-MOST) };
  });
  expireLater(notice);
}

function expireLater(notice: Notice): void {
  setTimeout(() => {
    if (read.has(noticeKey(notice))) expireLater(notice);
    else dismissNotice(notice.id);
  }, SHOWN_MS[notice.tone]);
}

/** While its list is read a notice stays. */
export function readNotice(key: string, isRead: boolean): void {
  if (isRead) read.add(key);
  else read.delete(key);
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => {
    for (const notice of notices) if (notice.id === id) read.delete(noticeKey(notice));
    return { notices: notices.filter((notice) => notice.id !== id) };
  });
}
