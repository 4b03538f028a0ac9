import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { activeTab, useDocuments } from '../../documents/store.ts';
import { followById } from '../../ui/followById.ts';
import { type AnswerWay, answerWay } from './answerWay.ts';

interface AnswerState {
  readonly runId: RunId | null;
  readonly prediction: Prediction | null;
  /** The right answer, where the sentence came from the validation rows. */
  readonly truth: string | null;
  readonly way: AnswerWay | null;
}

const NOTHING: AnswerState = { runId: null, prediction: null, truth: null, way: null };

/** The answer that "Try it" shows at the moment; the canvas shows each node's and link's part of it. */
export const useAnswer = create<AnswerState>()(() => NOTHING);

export function showAnswer(
  runId: RunId,
  document: SwarmDocument | null,
  prediction: Prediction,
  truth: string | null,
): void {
  useAnswer.setState({
    runId,
    prediction,
    truth,
    way: document === null ? null : answerWay(document, prediction),
  });
}

export const clearAnswer = (): void => useAnswer.setState(NOTHING);

const NO_LINKS: AnswerWay['links'] = new Map();

/** What each link passed of the answer that is shown, by link. */
export const answeredLinks = followById([useAnswer, useDocuments], () => {
  const { runId, way } = useAnswer.getState();
  const isShown = runId !== null && activeTab(useDocuments.getState())?.runId === runId;
  return isShown && way !== null ? way.links : NO_LINKS;
});
