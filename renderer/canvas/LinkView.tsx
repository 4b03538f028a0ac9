import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, useRef } from 'react';
import type { LinkId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { useShownRun } from '../documents/useShown.ts';
import { type LinkLook, linkLooks } from '../live/linkLooks.ts';
import { openPairs } from '../live/rewiring.ts';
import { takenOver } from '../live/standIns.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { linkProblems } from '../problems/problems.ts';
import { lightUp, litUp } from '../runs/highlight.ts';
import { answeredLinks, useAnswer } from '../runs/try/answerStore.ts';
import { labelWord } from '../runs/try/labelWord.ts';
import { useById } from '../ui/followById.ts';
import { formatFixed, formatPercent } from '../ui/format.ts';
import { useCanvas } from './canvasStore.ts';
import type { FlowEdge } from './flow/flowNode.ts';
import { ClearLabel, LinkLabel, LinkLine, LinkPath } from './linkCourse.tsx';
import { useLinkSight } from './nodeSight.ts';
import { ProblemSign } from './ProblemSign.tsx';
import { portColour } from './ports.ts';

/** Stroke width of a link: 0 is a hair, 1 the normal width, the strongest four times that. */
const linkWidth = (strength: number): number => Math.min(6, 1 + 1.2 * Math.sqrt(Math.max(0, strength)));

const NO_RUN: LinkLook = {
  dead: false,
  computing: false,
  strength: null,
  seconds: undefined,
  dropped: 0,
};

/** About the size of an answer on a link, in canvas units: a letter, the room round it, and its height. */
const LETTER = 7;
const AROUND = 26;
const HEIGHT = 20;

type LinkViewProps = Pick<EdgeProps<FlowEdge>, 'id' | 'source' | 'target'> & {
  readonly data: NonNullable<EdgeProps<FlowEdge>['data']>;
};

/** What a link looks like wherever it lies: a move of its ends renders only what reads its course. */
export const LinkView = memo(function LinkView({ id: flowId, source, target, data }: LinkViewProps) {
  const id = flowId as LinkId; // flow ids of edges are link ids
  const element = useRef<SVGGElement>(null);
  useLinkSight(id, source, target, element);
  const look = useById(linkLooks, id);
  // As text, so that equal counts are the same; empty where no controller decides about it.
  const wiring =
    useRunSlowly(useShownRun(), (run) => {
      const pairs = openPairs(run, data.type, data.link.from.node, data.link.to.node);
      return pairs === null ? '' : `${pairs.open} ${pairs.all}`;
    }) ?? '';
  // Number of the event by which a fish at one of its ends took over last; 0: none did.
  const taken = useRunSlowly(useShownRun(), (run) => takenOver(run, data.link, data.type)) ?? 0;
  const problems = useById(linkProblems, id);
  const passed = useById(answeredLinks, id);
  const said = useAnswer(({ prediction }) =>
    prediction === null || passed === undefined ? '' : labelWord(prediction, passed.label),
  );
  const lit = useById(litUp, id) ?? false;
  const still = useCanvas((state) => state.still);
  const isTarget = useCanvas((state) => state.insertAt === id);
  const severity = problems?.some((problem) => problem.severity === 'error')
    ? 'error'
    : problems?.[0]?.severity;
  const { strength, every, delay, loss } = data.link.params;
  const control = data.type === 'control';
  const { dead, computing, strength: live, seconds, dropped } = look ?? NO_RUN;
  const cut = live === 0;
  const silent = seconds === null && dropped > 0;
  const [open = '', pairs = ''] = wiring.split(' ');
  const closed = open === '0';
  const broken = dead || cut || silent || closed;
  const moving = computing && !still && !broken && !control && seconds !== null;
  const shown = live ?? strength;
  const notes = [
    cut ? t`cut` : shown === 1 ? '' : `× ${Number(shown.toPrecision(3))}`,
    open === pairs ? '' : closed ? t`closed` : t`${open} of ${pairs} open`,
    dropped === 0 ? '' : t`${dropped} lost`,
    every === 1 ? '' : t`every ${every}`,
    delay === 0 ? '' : counted(delay, '{0} round late', '{0} rounds late'),
    loss === 0 ? '' : t`loses ${Math.round(loss * 1000) / 10} %`,
  ].filter((note) => note !== '');
  return (
    <g
      ref={element}
      data-link={id}
      data-broken={broken}
      className={`link ${broken ? 'broken' : ''} ${control ? 'control' : ''} ${lit ? 'lit' : ''} ${isTarget ? 'insert' : ''} ${passed === undefined ? '' : passed.used ? 'answered' : 'unheard'}`}
      onPointerEnter={() => lightUp(id)}
      onPointerLeave={() => lightUp(null)}
    >
      {data.halo && <LinkPath className="link-halo" />}
      <LinkLine
        id={id}
        stroke={severity === 'error' ? 'var(--bad)' : portColour(data.type)}
        width={linkWidth(shown)}
      />
      {wiring !== '' && computing && <LinkPath key={wiring} className="link-rewired" />}
      {taken > 0 && computing && !broken && <LinkPath key={taken} className="link-taken" />}
      {moving && (
        <LinkPath
          className="link-dots"
          style={{
            stroke: portColour(data.type),
            ...(seconds === undefined ? {} : { animationDuration: `${seconds}s` }),
          }}
        />
      )}
      {passed !== undefined && (
        <EdgeLabelRenderer>
          <ClearLabel
            size={{ width: LETTER * said.length + AROUND, height: HEIGHT }}
            className={`link-answer ${passed.used ? '' : 'unheard'}`}
            data-passed={id}
            title={[
              `${said} ${formatPercent(passed.share)}`,
              ...(passed.weight === null ? [] : [`× ${formatFixed(passed.weight, 2)}`]),
            ].join(' ')}
          >
            {said}
          </ClearLabel>
        </EdgeLabelRenderer>
      )}
      {passed === undefined && (notes.length > 0 || problems !== undefined) && (
        <EdgeLabelRenderer>
          <LinkLabel className={severity ?? ''}>
            {problems !== undefined && <ProblemSign problems={problems} />}
            {notes.join(' · ')}
          </LinkLabel>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
