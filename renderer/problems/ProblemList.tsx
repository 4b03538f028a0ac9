import { t, withinSentence } from '#engine/core/text.ts';
import { applyFix } from '#engine/validate/applyFix.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';
import { showLink, showNode } from '../canvas/groups/showNode.ts';
import { replaceDocument } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { Icon } from '../ui/Icon.tsx';
import './problemList.css';

/** Selects what a problem is about and brings it into view, in whatever group it is. */
function goToProblem({ nodeId, linkId }: Diagnostic): void {
  const document = currentTab()?.document;
  if (nodeId !== undefined && document?.nodes[nodeId] !== undefined) showNode(nodeId);
  else if (linkId !== undefined) showLink(linkId);
}

export function fixProblem({ fix }: Diagnostic): void {
  const document = currentTab()?.document;
  if (fix !== undefined && document !== undefined)
    replaceDocument(withinSentence(fix.label), applyFix(document, fix));
}

/** Problems in plain sentences, each with the way to it and, where there is one, its fix. */
export function ProblemList({
  problems,
  withGoTo = true,
}: {
  problems: readonly Diagnostic[];
  withGoTo?: boolean;
}) {
  return (
    <ul className="problem-list">
      {problems.map((problem, index) => {
        const place = problem.nodeId ?? problem.linkId;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity of their own
            key={`${problem.code}-${place ?? ''}-${index}`}
            className={problem.severity}
            data-problem={problem.code}
          >
            <Icon name={problem.severity === 'error' ? 'error' : 'warning'} size={14} />
            <div>
              <p>{problem.message}</p>
              <div className="problem-actions">
                {problem.fix !== undefined && (
                  <button type="button" className="btn small" onClick={() => fixProblem(problem)}>
                    {problem.fix.label}
                  </button>
                )}
                {withGoTo && place !== undefined && (
                  <button
                    type="button"
                    className="btn small quiet"
                    onClick={() => goToProblem(problem)}
                  >{t`Go to`}</button>
                )}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
