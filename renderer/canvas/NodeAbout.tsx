import { counted, t } from '#engine/core/text.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';

/** The element that tells screen readers about a node, beside its name and kind. */
export const aboutId = (node: string): string => `about-${node}`;

/** What is said first of nodes that are selected: one element for all, so that to select them changes none of theirs. */
export const SELECTED_ID = 'about-selected';

export const SelectedMark = () => (
  <p hidden id={SELECTED_ID}>
    {t`selected`}
  </p>
);

interface NodeAboutProps {
  readonly node: string;
  /** What is said first. */
  readonly parts: readonly string[];
  /** See `linkedPorts`. */
  readonly linked: string;
  readonly problems: readonly Diagnostic[] | undefined;
}

/** State, links and problems of a node in words, for screen readers only. */
export function NodeAbout({ node, parts, linked, problems = [] }: NodeAboutProps) {
  const keys = linked.split(' ');
  const into = keys.filter((key) => key.startsWith('in/')).length;
  const out = keys.filter((key) => key.startsWith('out/')).length;
  return (
    <p hidden id={aboutId(node)}>
      {[
        ...parts,
        counted(into, '{0} link in', '{0} links in'),
        counted(out, '{0} link out', '{0} links out'),
        ...problems.map(({ message }) => t`Problem: ${message}`),
      ]
        .filter((part) => part !== '')
        .join('. ')}
    </p>
  );
}
