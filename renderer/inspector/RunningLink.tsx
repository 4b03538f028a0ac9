import type { LinkId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isRewirable } from '../canvas/ports.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { cutLink } from '../commands/cutLink.ts';
import { restoreLink } from '../commands/restoreLink.ts';
import { useActiveDocument } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { commandRun } from '../live/fishActions.ts';
import { isActive } from '../live/liveRun.ts';
import { liveStrength, trafficOf } from '../live/runLinks.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { formatCount, formatScaled, formatValue } from '../ui/format.ts';
import { LiveSlider } from './LiveSlider.tsx';

/** What crossed a link in the last round; while the swarm runs, cutting it and its strength. */
export function RunningLink({ id }: { id: LinkId }) {
  const runId = useShownRun();
  const document = useActiveDocument();
  const active = useRun(runId, (run) => isActive(run.state)) ?? false;
  const strength = useRun(runId, (run) => liveStrength(run, id)) ?? null;
  // As text, so that equal counts are the same.
  const text = useRunSlowly(runId, (run) => JSON.stringify(trafficOf(run, id))) ?? 'null';
  const traffic = JSON.parse(text) as ReturnType<typeof trafficOf>; // written in the line above
  const own = document?.links[id]?.params.strength ?? 1;
  const rewirable = document !== null && isRewirable(document, id);
  if (runId === null || (!active && traffic === null)) return null;
  return (
    <>
      {traffic !== null && (
        <section className="inspector-section">
          <h3 className="section-title">{t`Traffic, last round`}</h3>
          <dl className="cost-list">
            <Count name="messages" value={formatCount(traffic.messages)} />
            <Count name="bytes" value={formatScaled(traffic.bytes, 'B')} />
            <Count name="lost" value={formatCount(traffic.dropped)} />
            {traffic.weight !== null && <Count name="weight" value={formatValue(traffic.weight)} />}
          </dl>
        </section>
      )}
      {active && rewirable && (
        <section className="inspector-section">
          <div className="row">
            <h3 className="section-title">{t`Running swarm`}</h3>
            {strength === 0 && <span className="pill bad">{t`cut`}</span>}
          </div>
          <LiveSlider
            label={t`Strength`}
            value={strength ?? own}
            max={Math.max(2, 2 * own)}
            apply={(value) => commandRun(runId, { type: 'set-link-strength', link: id, value })}
          />
          <div className="button-grid">
            <CommandButton command={cutLink} label={t`Cut`} />
            <CommandButton command={restoreLink} label={t`Restore`} />
          </div>
        </section>
      )}
    </>
  );
}

function Count({ name, value }: { name: string; value: string }) {
  return (
    <div className="row">
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}
