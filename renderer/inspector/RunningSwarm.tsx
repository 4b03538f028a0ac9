import type { NodeId, RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { addFish } from '../commands/addFish.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { killSelectedFish } from '../commands/killSelectedFish.ts';
import { placeFish } from '../commands/placeFish.ts';
import { reviveSelectedFish } from '../commands/reviveSelectedFish.ts';
import { useShownRun } from '../documents/useShown.ts';
import { isWell, lookClass, lookOf, lookTone, lookWord } from '../live/fishLook.ts';
import { fishOfNode } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { formatPercent, formatValue } from '../ui/format.ts';
import { FishMore } from './FishMore.tsx';
import { LiveRate } from './LiveRate.tsx';
import { LiveRules } from './LiveRules.tsx';
import './runningSwarm.css';

/** What can be done to the fish of a node while they swim: the document does not change. */
export function RunningSwarm({ node }: { node: NodeId }) {
  const runId = useShownRun();
  const active = useRun(runId, (run) => isActive(run.state) && fishOfNode(run, node).length > 0) ?? false;
  if (!active || runId === null) return null;
  return <Controls node={node} runId={runId} />;
}

function Controls({ node, runId }: { node: NodeId; runId: RunId }) {
  const fish = useRun(runId, (run) => fishOfNode(run, node)) ?? [];
  const ids = fish.map(({ id }) => id);
  return (
    <section className="inspector-section running-swarm">
      <h3 className="section-title">{t`Running swarm`}</h3>
      <ul className="running-fish">
        {fish.map(({ id, name }) => (
          <RunningFish key={id} id={id} name={name} runId={runId} />
        ))}
      </ul>
      <div className="running-add">
        <CommandButton command={addFish} label={t`Add a fish`} />
        <CommandButton command={placeFish} label={t`Choose its place…`} />
      </div>
      <LiveRate key={node} fish={ids} runId={runId} />
      <LiveRules node={node} fish={ids} runId={runId} />
    </section>
  );
}

function RunningFish({ id, name, runId }: { id: string; name: string; runId: RunId }) {
  // As text, so that it renders again only when its own look changes.
  const shown = useRun(runId, (run) => {
    const look = lookOf(run, id);
    return JSON.stringify([lookClass(look), lookTone(look), isWell(look) ? '' : lookWord(look)]);
  });
  const [look, tone, word] = JSON.parse(shown ?? '["", "", ""]') as [string, string, string]; // written above
  const revivable = useRun(runId, (run) => reviveSelectedFish.fits(run, id)) ?? false;
  const killable = useRun(runId, (run) => killSelectedFish.fits(run, id)) ?? false;
  const accuracy = useRun(runId, (run) => run.latest[`fish/${id}/accuracy`]);
  const loss = useRun(runId, (run) => run.latest[`fish/${id}/loss`]);
  const command = revivable ? reviveSelectedFish : killSelectedFish;
  return (
    <li className={look}>
      <FishGlyph width={15} />
      <span className="clip">{name}</span>
      {word === '' ? (
        <span className="num">{accuracy === undefined ? formatValue(loss) : formatPercent(accuracy)}</span>
      ) : (
        <span className={`pill ${tone}`}>{word}</span>
      )}
      {revivable || killable ? (
        <button
          type="button"
          className={`btn small quiet ${revivable ? 'mend' : 'danger'}`}
          onClick={() => void command.order(runId, id)}
          aria-label={t`${command.verb} ${name}`}
        >
          {command.verb}
        </button>
      ) : (
        <span />
      )}
      <FishMore runId={runId} fish={id} name={name} />
    </li>
  );
}
