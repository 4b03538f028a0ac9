import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { nodeWord } from '../live/nodeWord.ts';
import { useRun } from '../live/runStore.ts';
import { useProblems } from '../problems/problems.ts';
import { linkedPorts } from './linkedPorts.ts';

/** The element that tells screen readers about a node, beside its name and kind. */
export const aboutId = (node: string): string => `about-${node}`;

interface NodeAboutProps {
  readonly node: NodeId;
  readonly badge: string;
  readonly selected: boolean;
}

/** State, links and problems of a node in words, for screen readers only. */
export function NodeAbout({ node, badge, selected }: NodeAboutProps) {
  const linked = useDocuments((state) => {
    const document = activeTab(state)?.document;
    return document === undefined ? '' : (linkedPorts(document).get(node) ?? '');
  });
  const word = useRun(useShownRun(), (run) => nodeWord(run, node)?.word) ?? '';
  const problems = useProblems(({ byNode }) => byNode.get(node)) ?? [];
  const keys = linked.split(' ');
  const into = keys.filter((key) => key.startsWith('in/')).length;
  const out = keys.filter((key) => key.startsWith('out/')).length;
  return (
    <p hidden id={aboutId(node)}>
      {[
        selected ? t`selected` : '',
        badge,
        word,
        counted(into, '{0} link in', '{0} links in'),
        counted(out, '{0} link out', '{0} links out'),
        ...problems.map(({ message }) => t`Problem: ${message}`),
      ]
        .filter((part) => part !== '')
        .join('. ')}
    </p>
  );
}
