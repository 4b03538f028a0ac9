import { useState } from 'react';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import { useShownRun } from '../documents/useShown.ts';
import { killFish, reviveFish, setLearningRate } from '../live/fishActions.ts';
import { isActive } from '../live/liveRun.ts';
import { fishOfNode, isDead } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { formatPercent, formatValue } from '../ui/format.ts';
import { numberText, parseNumber } from './controls/NumberControl.tsx';

/** What can be done to the fish of a node while they swim: the document does not change. */
export function RunningSwarm({ node }: { node: NodeId }) {
  const runId = useShownRun();
  const active = useRun(runId, (run) => isActive(run.state) && fishOfNode(run, node).length > 0) ?? false;
  if (!active || runId === null) return null;
  return <Controls node={node} runId={runId} />;
}

function Controls({ node, runId }: { node: NodeId; runId: RunId }) {
  const fish = useRun(runId, (run) => fishOfNode(run, node)) ?? [];
  return (
    <section className="inspector-section running-swarm">
      <h3 className="section-title">Running swarm</h3>
      <ul className="running-fish">
        {fish.map(({ id, name }) => (
          <RunningFish key={id} id={id} name={name} runId={runId} />
        ))}
      </ul>
      <LearningRate key={node} fish={fish.map(({ id }) => id)} runId={runId} />
    </section>
  );
}

function RunningFish({ id, name, runId }: { id: string; name: string; runId: RunId }) {
  const dead = useRun(runId, (run) => isDead(run, id)) ?? false;
  const accuracy = useRun(runId, (run) => run.latest[`fish/${id}/accuracy`]);
  const loss = useRun(runId, (run) => run.latest[`fish/${id}/loss`]);
  return (
    <li className={dead ? 'dead' : ''}>
      <FishGlyph width={15} />
      <span className="clip">{name}</span>
      <span className="num">
        {dead ? 'dead' : accuracy === undefined ? formatValue(loss) : formatPercent(accuracy)}
      </span>
      <button
        type="button"
        className={`btn small quiet ${dead ? 'mend' : 'danger'}`}
        onClick={() => void (dead ? reviveFish(runId, id) : killFish(runId, id))}
        aria-label={`${dead ? 'Revive' : 'Kill'} ${name}`}
      >
        {dead ? 'Revive' : 'Kill'}
      </button>
    </li>
  );
}

function LearningRate({ fish, runId }: { fish: readonly string[]; runId: RunId }) {
  const now = useRun(runId, (run) => run.latest[`fish/${fish[0] ?? ''}/learningRate`]);
  const [text, setText] = useState<string | null>(null);
  const value = parseNumber(text ?? '');
  const usable = typeof value === 'number' && value >= 0 && value <= 10;
  return (
    <form
      className="field running-rate"
      onSubmit={(event) => {
        event.preventDefault();
        if (!usable) return;
        void Promise.all(fish.map((id) => setLearningRate(runId, id, value)));
        setText(null);
      }}
    >
      <label htmlFor="running-rate">Learning rate</label>
      <span className="number-control">
        <input
          id="running-rate"
          className="input number"
          inputMode="decimal"
          autoComplete="off"
          value={text ?? numberText(now === undefined ? '' : Number(now.toPrecision(3)))}
          aria-invalid={text !== null && !usable}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn small" disabled={!usable}>
          Apply
        </button>
      </span>
    </form>
  );
}
