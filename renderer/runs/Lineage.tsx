import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import type { LineageEntry } from '#engine/protocol/events.ts';
import { useNodeName } from '../documents/useNodeName.ts';
import { useRun } from '../live/runStore.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatValue } from '../ui/format.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { isLitBy, lightUp, pointAtRound, useHighlight } from './highlight.ts';
import { ancestry, lineageTree } from './lineageTree.ts';
import './runView.css';
import './lineage.css';

/** Pixels between two generations: more where there are few. */
const stepOf = (generations: number): number => Math.max(46, Math.min(110, 900 / (generations + 1)));
const ROW = 22;
const LEFT = 92;
const TOP = 26;

interface Pointed {
  readonly generation: number;
  readonly place: number;
}

const HOW: Record<LineageEntry['how'], string> = {
  kept: t`kept its weights`,
  dead: t`was dead`,
  copied: t`copied`,
  crossed: t`is a child of`,
  mutated: t`is a mutant of`,
  moved: t`moved`,
  settled: t`took its best weights`,
  merged: t`is merged from`,
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
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const round = useHighlight((state) => state.round);
  const lit = useHighlight((state) => state.fish);
  const origin = useMemo(() => (pointed === null ? null : ancestry(tree, pointed)), [tree, pointed]);
  const end = useRef<SVGSVGElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is shown
  useEffect(() => {
    const scroller = end.current?.parentElement;
    if (scroller != null) scroller.scrollLeft = scroller.scrollWidth;
  }, [tree.generations]);
  if (node === undefined || events === undefined) {
    return (
      <Empty icon="lineage" title={t`No generation yet`}>
        {t`With an Evolve node, this shows generation by generation whose weights went to whom, and who was fit.`}
      </Empty>
    );
  }
  const name = (id: string): string => fish?.find((one) => one.id === id)?.name ?? nodeName(id);
  const atRound = round === null ? -1 : events.findLastIndex((event) => event.round <= round);
  const said =
    pointed === null
      ? undefined
      : tree.dots.find((dot) => dot.generation === pointed.generation && dot.place === pointed.place);
  const step = stepOf(tree.generations);
  const x = (generation: number): number => LEFT + (generation + 1) * step;
  const y = (place: number): number => TOP + place * ROW + ROW / 2;
  return (
    <div className="run-view">
      <div className="run-view-tools">
        {nodes.length > 1 ? (
          <select
            className="input select small"
            aria-label={t`Population`}
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
        <span className="run-view-hint" aria-live="polite">
          {said === undefined
            ? t`generations from left to right · a line leads from whose weights to who has them · the stronger the colour the fitter`
            : t`generation ${events[said.generation]?.generation ?? 0}: ${sentence(said.entry, name)}`}
        </span>
      </div>
      <ScrollRegion className="run-view-scroll" label={t`Lineage`}>
        <svg
          ref={end}
          className={`lineage ${origin === null ? '' : 'traced'}`}
          width={x(tree.generations - 1) + step / 2}
          height={TOP + tree.fish.length * ROW + 8}
          role="img"
          aria-label={t`${counted(tree.generations, '{0} generation', '{0} generations')} of ${tree.fish.length} fish`}
        >
          {atRound >= 0 && (
            <rect
              className="pointed-round"
              x={x(atRound) - step / 2}
              y={0}
              width={step}
              height={TOP + tree.fish.length * ROW + 8}
            />
          )}
          {events.map(({ id, generation }, at) => (
            <text key={id} className="head" x={x(at)} y={14} textAnchor="middle">
              {generation}
            </text>
          ))}
          {tree.fish.map((id, place) => (
            <g
              key={id}
              className={isLitBy(id, lit) ? 'lit' : ''}
              onPointerEnter={() => lightUp(id)}
              onPointerLeave={() => lightUp(null)}
            >
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
                className={`${own ? 'own' : 'taken'} ${origin?.has(`${generation} ${from} ${to}`) === true ? 'origin' : ''}`}
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
              r={pointed?.generation === generation && pointed.place === place ? 7 : 5}
              onPointerEnter={() => {
                setPointed({ generation, place });
                lightUp(entry.fish);
                pointAtRound(events[generation]?.round ?? null);
              }}
              onPointerLeave={() => {
                setPointed(null);
                lightUp(null);
                pointAtRound(null);
              }}
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
  const from = others.length === 0 ? '' : ` ${others.join(t` and `)}`;
  const fit = fitness === null ? '' : t`, fitness before: ${formatValue(fitness)}`;
  return `${name(fish)} ${HOW[how]}${from}${fit}`;
}
