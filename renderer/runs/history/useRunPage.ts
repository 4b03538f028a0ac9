import { useEffect, useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import type { RunPage, RunQuery } from '#engine/protocol/api/runs.ts';
import { engine, useConnection } from '../../engine/client.ts';

/** Milliseconds between two questions while runs change all the time. */
const PAUSE = 250;
/** Milliseconds between two looks at runs that go on. */
const PACE = 2500;

/** The page of the list of runs that fits the query, kept current; the page before stays until the next is there. */
export function useRunPage(query: RunQuery): {
  readonly page: RunPage | null;
  readonly error: string | null;
} {
  const generation = useConnection((state) => state.generation);
  const [answer, setAnswer] = useState<{ page: RunPage | null; error: string | null }>({
    page: null,
    error: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `generation` asks again after a reconnect
  useEffect(() => {
    let gone = false;
    let asking = false;
    let again = false;
    let goesOn = false;
    const ask = async (): Promise<void> => {
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      try {
        const page = await engine.request('runs.query', query);
        goesOn = page.runs.some(({ state }) => state === 'running');
        if (!gone) setAnswer({ page, error: null });
      } catch (thrown) {
        const { message } = toShuuraiError(thrown);
        if (!gone) setAnswer((before) => ({ ...before, error: message }));
      }
      setTimeout(() => {
        asking = false;
        if (again && !gone) {
          again = false;
          void ask();
        }
      }, PAUSE);
    };
    void ask();
    const stop = engine.onRunsChanged(() => void ask());
    const timer = setInterval(() => {
      if (goesOn && !document.hidden) void ask();
    }, PACE);
    return () => {
      gone = true;
      clearInterval(timer);
      stop();
    };
  }, [query, generation]);
  return answer;
}
