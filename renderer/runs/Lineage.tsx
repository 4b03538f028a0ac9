import { useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { LineageEntry } from '#engine/protocol/events.ts';
import { useNodeName } from '../documents/useNodeName.ts';
import { useRun } from '../live/runStore.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatValue } from '../ui/format.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { lineageTree } from './lineageTree.ts';

const STEP = 46;
const ROW = 22;
const LEFT = 92;
const TOP = 26;

const HOW: Record<LineageEntry['how'], string> = {
  kept: 'kept its weights',
  dead: 'was dead',
  copied: 'copied',
  crossed: 'is a child of',
  mutated: 'is a mutant of',
  moved: 'moved',
  settled: 'took its best weights',
  merged: 'is merged from',
};

/** Whose weights went to whom, generation by generation. */
export function Lineage({ runId }: { readonly runId: RunId }) {
  const lineages = useRun(runId, (run) => run.lineages) ?? {};
  const fish = useRun(runId, (run) => run.fish);
  const nodeName = useNodeName();
  const [chosen, setChosen] = useState<string | null>(null);
  const nodes = Object.keys(lineages).filter((node) => (lineages[node]?.length ?? 0) > 0);
  const node = nodes.find((id) => id === chosen) ?? nodes[0];
  const events = node === undefined ? undefined : lineages[node];
  const tree = useMemo(() => lineageTree(events ?? []), [events]);
  if (node === undefined || events === undefined) {
    return (
      <Empty icon="lineage" title="No generation yet">
        With an Evolve node, this shows generation by generation whose weights went to whom, and who was fit.
      </Empty>
    );
  }
  const name = (id: string): string => fish?.find((one) => one.id === id)?.name ?? nodeName(id);
  const x = (generation: number): number => LEFT + (generation + 1) * STEP;
  const y = (place: number): number => TOP + place * ROW + ROW / 2;
  return (
    <div className="run-view">
      <div className="run-view-tools">
        {nodes.length > 1 ? (
          <select
            className="input select small"
            aria-label="Population"
            value={node}
            onChange={(event) => setChosen(event.target.value)}
          >
            {nodes.map((id) => (
              <option key={id} value={id}>
                {nodeName(id)}
              </option>
            ))}
          </select>
        ) : (
          <span>{nodeName(node)}</span>
        )}
        <span className="run-view-hint">
          generations from left to right · a line leads from whose weights to who has them · the stronger the
          colour the fitter
        </span>
      </div>
      <ScrollRegion className="run-view-scroll" label="Lineage">
        <svg
          className="lineage"
          width={x(tree.generations - 1) + STEP / 2}
          height={TOP + tree.fish.length * ROW + 8}
          role="img"
          aria-label={`${tree.generations} generations of ${tree.fish.length} fish`}
        >
          {events.map(({ id, generation }, at) => (
            <text key={id} className="head" x={x(at)} y={14} textAnchor="middle">
              {generation}
            </text>
          ))}
          {tree.fish.map((id, place) => (
            <g key={id}>
              <text x={LEFT - 10} y={y(place) + 4} textAnchor="end">
                {name(id)}
              </text>
              <circle className="start" cx={LEFT} cy={y(place)} r={2.5} />
            </g>
          ))}
          {tree.lines.map(({ generation, from, to, own }) => {
            const [start, end] = [x(generation - 1), x(generation)];
            const bend = (end - start) / 2;
            return (
              <path
                key={`${generation} ${from} ${to}`}
                className={own ? 'own' : 'taken'}
                d={`M${start} ${y(from)}C${start + bend} ${y(from)} ${end - bend} ${y(to)} ${end} ${y(to)}`}
              />
            );
          })}
          {tree.dots.map(({ generation, place, entry, fitness }) => (
            <circle
              key={`${generation} ${place}`}
              className={entry.how === 'dead' ? 'dead' : 'dot'}
              cx={x(generation)}
              cy={y(place)}
              r={5}
              style={
                fitness === null
                  ? undefined
                  : {
                      fill: `color-mix(in srgb, var(--score) ${Math.round(15 + 85 * fitness)}%, var(--bg3))`,
                    }
              }
            >
              <title>{sentence(entry, name)}</title>
            </circle>
          ))}
        </svg>
      </ScrollRegion>
    </div>
  );
}

function sentence({ fish, parents, how, fitness }: LineageEntry, name: (id: string) => string): string {
  const others = parents.filter((parent) => parent !== fish).map(name);
  const from = others.length === 0 ? '' : ` ${others.join(' and ')}`;
  const fit = fitness === null ? '' : `, fitness before: ${formatValue(fitness)}`;
  return `${name(fish)} ${HOW[how]}${from}${fit}`;
}
