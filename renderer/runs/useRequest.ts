import { useCallback, useEffect, useRef, useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import type { Method, Params, Result } from '#engine/protocol/api.ts';
import { engine } from '../engine/client.ts';

export interface RequestState<T> {
  readonly result: T | null;
  readonly error: string | null;
  readonly busy: boolean;
}

/** One request at a time to the engine; an answer that a later request overtook is dropped. */
export function useRequest<M extends Method>(method: M) {
  const [state, setState] = useState<RequestState<Result<M>>>({ result: null, error: null, busy: false });
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current = -1;
    },
    [],
  );
  const send = useCallback(
    async (params: Params<M>): Promise<void> => {
      latest.current += 1;
      const mine = latest.current;
      setState((before) => ({ ...before, error: null, busy: true }));
      try {
        const result = await engine.request(method, params);
        if (mine === latest.current) setState({ result, error: null, busy: false });
      } catch (thrown) {
        const { message } = toShuuraiError(thrown);
        if (mine === latest.current) setState((before) => ({ ...before, error: message, busy: false }));
      }
    },
    [method],
  );
  return { ...state, send };
}
