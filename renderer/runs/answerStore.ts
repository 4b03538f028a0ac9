import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import type { Prediction } from '#engine/protocol/api.ts';

interface AnswerState {
  readonly runId: RunId | null;
  readonly prediction: Prediction | null;
}

/** The answer that "Try it" shows at the moment; the canvas shows each node's part of it. */
export const useAnswer = create<AnswerState>()(() => ({ runId: null, prediction: null }));
