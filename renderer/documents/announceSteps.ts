import { t } from '#engine/core/text.ts';
import { announce } from '../ui/announce.ts';
import { activeTab, type OpenDocument, useDocuments } from './store.ts';

/** A drag or a slider makes many changes of one step: it is said once they pause. */
const WAIT_MS = 250;

/** What became of a document between two states of its tab; null where nobody needs to hear it. */
function sayStep(before: OpenDocument, after: OpenDocument): string | null {
  if (before.id !== after.id || before.document === after.document) return null;
  const [old, now] = [before.history, after.history];
  if (old.past !== null && now.past === old.past.rest) return t`Undone: ${old.past.step.label}`;
  // Redoing may copy a step, but never its patches.
  if (now.past !== null && now.past.step.patches === old.future?.step.patches)
    return t`Redone: ${now.past.step.label}`;
  const label = now.past?.step.label;
  return label === undefined || now.past === old.past ? null : sentence(label);
}

const sentence = (label: string): string => `${label.charAt(0).toUpperCase()}${label.slice(1)}.`;

/** Tells screen readers every edit of the shown document; returns how to stop. */
export function startAnnouncingSteps(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return useDocuments.subscribe((state, previous) => {
    const [before, after] = [activeTab(previous), activeTab(state)];
    const text = before === null || after === null ? null : sayStep(before, after);
    if (text === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => announce(text), WAIT_MS);
  });
}
