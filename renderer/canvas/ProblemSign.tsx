import { counted } from '#engine/core/text.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';
import { Icon } from '../ui/Icon.tsx';
import './problemSign.css';

/** That something is wrong here, and how much; pointing at it, or a screen reader, says what. */
export function ProblemSign({ problems }: { problems: readonly Diagnostic[] }) {
  const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  const sentences = problems.map(({ message }) => message);
  return (
    <span
      className={`problem-sign ${severity}`}
      title={sentences.join('\n')}
      role="img"
      aria-label={`${counted(problems.length, 'Problem', '{0} problems')}: ${sentences.join(' ')}`}
    >
      <Icon name={severity} size={12} />
      {problems.length > 1 && problems.length}
    </span>
  );
}
