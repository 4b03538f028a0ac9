import { useEffect, useRef, useState } from 'react';
import { useHighlight } from './highlight.ts';

const STEP_MS = 350;
/** A long history is told in about this many steps. */
const STEPS = 120;

interface Replay {
  /** Place in the list that is shown. */
  readonly at: number;
  readonly isPlaying: boolean;
  /** null: the newest, also when more come. */
  readonly show: (at: number | null) => void;
  readonly toggle: () => void;
}

/**
 * Goes through a list of events by a slider or by itself. While the pointer is in a chart, what was at that round is
 * shown.
 */
export function useReplay(rounds: readonly number[]): Replay {
  const [chosen, setChosen] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const pointed = useHighlight(({ round }) => round);
  const last = rounds.length - 1;
  // A live run adds rounds faster than the replay goes on, and must not begin its waiting anew.
  const end = useRef(last);
  end.current = last;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const step = Math.max(1, Math.ceil(end.current / STEPS));
      setChosen((at) => Math.min(end.current, (at ?? -step) + step));
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
  useEffect(() => {
    if (!isPlaying || chosen === null || chosen < last) return;
    setPlaying(false);
    setChosen(null);
  }, [isPlaying, chosen, last]);
  const atPointer = pointed === null ? -1 : rounds.findLastIndex((round) => round <= pointed);
  return {
    at: Math.max(0, pointed !== null && !isPlaying ? Math.max(0, atPointer) : Math.min(chosen ?? last, last)),
    isPlaying,
    show: (at) => {
      setPlaying(false);
      setChosen(at === last ? null : at);
    },
    toggle: () => {
      if (!isPlaying && (chosen === null || chosen >= last)) setChosen(0);
      setPlaying(!isPlaying);
    },
  };
}
