import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useRun } from '../../live/runStore.ts';
import { formatFixed } from '../../ui/format.ts';
import type { Writing } from './ask.ts';
import { TryMany } from './TryMany.tsx';
import { TryOne } from './TryOne.tsx';
import './try.css';

/** Asks the swarm as it is now, or as its newest checkpoint is: about one sentence, or about many. */
export function TryIt({ runId }: { readonly runId: RunId }) {
  const [mode, setMode] = useState<'one' | 'many'>('one');
  const [writing, setWriting] = useState<Writing>({ tokens: 40, temperature: 0.8, seed: 1 });
  const language = useRun(runId, (run) => run.task === 'language-modelling') ?? false;
  return (
    <div className="try-it">
      <div className="try-modes">
        <fieldset className="segments" aria-label={t`How many texts`}>
          {(['one', 'many'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={mode === one} onClick={() => setMode(one)}>
              {one === 'one' ? t`One text` : t`Many texts`}
            </button>
          ))}
        </fieldset>
        {language && <WritingFields writing={writing} onChange={setWriting} />}
      </div>
      {mode === 'one' ? (
        <TryOne runId={runId} language={language} writing={writing} onWriting={setWriting} />
      ) : (
        <TryMany runId={runId} language={language} writing={writing} />
      )}
    </div>
  );
}

interface WritingFieldsProps {
  readonly writing: Writing;
  readonly onChange: (writing: Writing) => void;
}

function WritingFields({ writing, onChange }: WritingFieldsProps) {
  return (
    <>
      <label>
        {t`temperature`}
        <input
          type="range"
          min={0}
          max={2}
          step={0.05}
          value={writing.temperature}
          onChange={(event) => onChange({ ...writing, temperature: event.target.valueAsNumber })}
        />
        <span className="num">{formatFixed(writing.temperature, 2)}</span>
      </label>
      <label>
        {t`tokens`}
        <input
          type="range"
          min={5}
          max={300}
          step={5}
          value={writing.tokens}
          onChange={(event) => onChange({ ...writing, tokens: event.target.valueAsNumber })}
        />
        <span className="num">{writing.tokens}</span>
      </label>
    </>
  );
}
