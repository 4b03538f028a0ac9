import { useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useNodeName } from '../documents/useNodeName.ts';
import type { TopologyEvent } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatPercent } from '../ui/format.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { HearingGraph } from './HearingGraph.tsx';
import { type HearingCell, hearingMatrix } from './hearingMatrix.ts';
import { isLitBy, lightUp, useHighlight } from './highlight.ts';
import { ReplayBar } from './ReplayBar.tsx';
import { useReplay } from './useReplay.ts';
import './runView.css';
import './topology.css';

const WORDS: Record<TopologyEvent['family'], string> = {
  hearing: t`whom aggregators hear`,
  prediction: t`whose predictions fish learn from`,
  weights: t`whose weights fish mix with their own`,
};

const NONE: readonly TopologyEvent[] = [];
/** More would be a ball of wool. */
const MOST_ARCS = 400;
/** Pixels of the drawing: of few, it fits into the panel as it opens. */
const SIDE = { few: 186, many: 280 } as const;
const FEW = 9;

/** Who hears whom as controllers decided it, round by round. */
export function Topology({ runId }: { readonly runId: RunId }) {
  const topologies = useRun(runId, (run) => run.topologies) ?? {};
  const name = useNodeName();
  // One list a controller and kind of link: a controller may decide about both.
  const lists = useMemo(
    () => [...Map.groupBy(Object.values(topologies).flat(), ({ nodeId, family }) => `${nodeId} ${family}`)],
    [topologies],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [key, list] = lists.find(([id]) => id === chosen) ?? lists[0] ?? ['', NONE];
  const rounds = useMemo(() => list.map(({ round }) => round), [list]);
  const replay = useReplay(rounds);
  const shown = list[replay.at];
  if (shown === undefined) {
    return (
      <Empty icon="topology" title={t`Nobody decides who hears whom`}>
        {t`With an Organise or Reinforce node, this shows round by round whom it lets speak and how far it trusts each.`}
      </Empty>
    );
  }
  return (
    <div className="run-view">
      <div className="run-view-tools">
        {lists.length > 1 && (
          <select
            className="input select small"
            aria-label={t`Controller`}
            value={key}
            onChange={(event) => {
              setChosen(event.target.value);
              replay.show(null);
            }}
          >
            {lists.map(([id, [first]]) => (
              <option key={id} value={id}>
                {first === undefined ? id : `${name(first.nodeId)}: ${WORDS[first.family]}`}
              </option>
            ))}
          </select>
        )}
        {lists.length === 1 && (
          <span>
            {name(shown.nodeId)}: {WORDS[shown.family]}
          </span>
        )}
        <ReplayBar replay={replay} rounds={rounds} />
        <span className="run-view-hint">
          {t`rows hear, columns speak · the fuller the square the more trust · outlined: closed`}
        </span>
      </div>
      <ScrollRegion className="run-view-scroll topology" label={t`Who hears whom`}>
        <Matrix event={shown} name={name} />
        {shown.links.length <= MOST_ARCS && (
          <HearingGraph event={shown} name={name} side={shown.links.length <= FEW ? SIDE.few : SIDE.many} />
        )}
      </ScrollRegion>
    </div>
  );
}

function Matrix({ event, name }: { event: TopologyEvent; name: (id: string) => string }) {
  const { sources, listeners, cells } = useMemo(() => hearingMatrix(event), [event]);
  const lit = useHighlight(({ fish }) => fish);
  const side = listeners.length <= 6 && sources.length <= 20 ? ROOMY : CLOSE;
  return (
    <table className="hearing">
      <thead>
        <tr>
          <td />
          {sources.map((source) => (
            <th
              key={source}
              scope="col"
              title={name(source)}
              className={isLitBy(source, lit) ? 'lit' : ''}
              onPointerEnter={() => lightUp(source)}
              onPointerLeave={() => lightUp(null)}
            >
              <span>{name(source)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listeners.map((listener, row) => (
          <tr key={listener}>
            <th
              scope="row"
              title={name(listener)}
              className={isLitBy(listener, lit) ? 'lit' : ''}
              onPointerEnter={() => lightUp(listener)}
              onPointerLeave={() => lightUp(null)}
            >
              {name(listener)}
            </th>
            {sources.map((source, column) => (
              <td key={source}>
                <Cell
                  side={side}
                  cell={cells[row]?.[column] ?? null}
                  label={t`${name(listener)} hears ${name(source)}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Pixels of a square's place: few have more room. */
const ROOMY = 32;
const CLOSE = 22;

interface CellProps {
  readonly side: number;
  readonly cell: HearingCell | null;
  readonly label: string;
}

function Cell({ side, cell, label }: CellProps) {
  if (cell === null) return null;
  const { open, trust } = cell;
  const square = 4 + (side - 6) * Math.sqrt(Math.max(0, Math.min(1, trust)));
  const state = open > 0 ? t`open × ${Number(open.toPrecision(3))}` : t`closed`;
  const text = t`${label}: ${state}, trust ${formatPercent(trust)}`;
  return (
    <svg width={side} height={side} role="img" aria-label={text}>
      <title>{text}</title>
      <rect
        className={open > 0 ? 'open' : 'closed'}
        x={(side - square) / 2}
        y={(side - square) / 2}
        width={square}
        height={square}
        rx={3}
      />
    </svg>
  );
}
