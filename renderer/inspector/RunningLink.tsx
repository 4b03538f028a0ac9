import type { LinkId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { PortType } from '#engine/nodes/kind.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { isRewirable, portsOf } from '../canvas/ports.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { cutLink } from '../commands/cutLink.ts';
import { restoreLink } from '../commands/restoreLink.ts';
import { useActiveDocument } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { commandRun } from '../live/fishActions.ts';
import { linkFlow } from '../live/linkTraffic.ts';
import { liveStrength, trafficOf } from '../live/runLinks.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { formatCount, formatScaled, formatValue } from '../ui/format.ts';
import { LinkMessage } from './LinkMessage.tsx';
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
  const flowText = useRunSlowly(runId, (run) => JSON.stringify(linkFlow(run, id))) ?? 'null';
  const flow = JSON.parse(flowText) as ReturnType<typeof linkFlow>; // written in the line above
  const from = document?.links[id]?.from;
  const type =
    document === null || from === undefined
      ? undefined
      : portsOf(document, from.node).find((port) => port.direction === 'out' && port.id === from.port)?.type;
  const own = document?.links[id]?.params.strength ?? 1;
  const rewirable = document !== null && isRewirable(document, id);
  if (runId === null || (!active && traffic === null)) return null;
  return (
    <>
      {traffic !== null && (
        <section className="inspector-section">
          <h3 className="section-title">{t`Traffic, last round`}</h3>
          <dl className="cost-list">
            <Count name={t`messages`} value={formatCount(traffic.messages)} />
            <Count name={t`bytes`} value={formatScaled(traffic.bytes, 'B')} />
            <Count name={t`lost`} value={formatCount(traffic.dropped)} />
            {traffic.weight !== null && <Count name={t`weight`} value={formatValue(traffic.weight)} />}
            {flow !== null && flow.messagesASecond !== null && (
              <Count
                name={t`rate`}
                value={t`${formatScaled(flow.messagesASecond)} messages/s, ${formatScaled(flow.bytesASecond, 'B')}/s`}
              />
            )}
          </dl>
          {flow !== null && flow.bytes.length > 1 && <FlowCurve bytes={flow.bytes} />}
          {flow !== null && (
            <>
              <h3 className="section-title">{t`Last message`}</h3>
              <dl className="cost-list">
                <Count
                  name={t`round`}
                  value={flow.lastRound === null ? t`none yet` : formatCount(flow.lastRound)}
                />
                {type !== undefined && <Count name={t`kind`} value={KINDS[type]} />}
                {flow.messageBytes !== null && (
                  <Count name={t`size`} value={formatScaled(flow.messageBytes, 'B')} />
                )}
              </dl>
              {type !== undefined && from !== undefined && (
                <LinkMessage runId={runId} from={from.node} type={type} messageBytes={flow.messageBytes} />
              )}
            </>
          )}
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

const KINDS: Record<PortType, string> = {
  examples: t`examples`,
  state: t`hidden state`,
  prediction: t`prediction`,
  weights: t`weights`,
  score: t`score`,
  control: t`control`,
};

/** Bytes over the rounds of the run, each place the most of its rounds. */
function FlowCurve({ bytes }: { readonly bytes: readonly number[] }) {
  const most = Math.max(1, ...bytes);
  const points = bytes.map(
    (value, at) => `${((at * 200) / (bytes.length - 1)).toFixed(1)},${(30 - (value / most) * 28).toFixed(1)}`,
  );
  return (
    <svg
      className="flow-curve"
      viewBox="0 0 200 32"
      preserveAspectRatio="none"
      role="img"
      aria-label={t`Bytes a round since the run began, at most ${formatScaled(most, 'B')}`}
    >
      <polyline points={points.join(' ')} />
    </svg>
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
