import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import { serialize } from '#engine/document/serialize.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import { startsOf, targetsOf } from '../canvas/linkChoices.ts';
import { contentOfSelection } from './clipboard.ts';
import { addNode, connectPorts, deleteSelection, moveNodes } from './graphEdits.ts';
import { groupSelection, setCollapsed, ungroup } from './groupEdits.ts';
import { stepsOf } from './history.ts';
import { putIntoLink, redrawLink } from './linkEdits.ts';
import { insertContent } from './pasteText.ts';
import {
  currentTab,
  editActive,
  endEditGesture,
  jumpEdits,
  openTab,
  redoEdit,
  select,
  undoEdit,
  useDocuments,
} from './store.ts';

const tab = () => currentTab()!; // opened before each test
const EDITS = 300;

const KINDS = ['dataset', 'shard', 'fish', 'hub', 'average', 'vote', 'cascade', 'evolve', 'fault', 'goal'];
/** What is edited is picked by numbers from 0 to 1 from what is there by then. */
const edit = fc.record({
  what: fc.constantFrom(
    'add',
    'add',
    'add',
    'link',
    'link',
    'link',
    'move',
    'copy',
    'delete',
    'cut link',
    'insert',
    'redraw',
    'align',
    'rename',
    'slide',
    'group',
    'ungroup',
    'fold',
    'end',
    'undo',
    'redo',
    'jump',
  ),
  a: fc.double({ min: 0, max: 0.999, noNaN: true }),
  b: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.constantFrom(...KINDS),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(all: readonly T[], at: number): T | undefined => all[Math.floor(at * all.length)];
const place = ({ a, b }: Edit) => ({ x: Math.round(a * 2000), y: Math.round(b * 1500) });

function make(one: Edit): void {
  const { what, a, b, kind } = one;
  const { id, document } = tab();
  const nodes = nodesOf(document).map(([node]) => node);
  const links = linksOf(document).map(([link]) => link);
  const groups = Object.keys(document.groups) as (keyof typeof document.groups)[];
  const node = pick(nodes, a);
  const other = pick(nodes, b);
  const link = pick(links, b);
  const group = pick(groups, a);
  const some = nodes.filter((_, index) => (index * 7 + Math.floor(a * 100)) % 3 === 0);
  switch (what) {
    case 'add':
      addNode(kind, place(one));
      return;
    case 'link': {
      const start = node === undefined ? undefined : pick(startsOf(document, node), b);
      const end =
        start === undefined
          ? undefined
          : pick(
              targetsOf(document, start.end).filter(({ reason }) => reason === null),
              a,
            );
      if (start !== undefined && end !== undefined) connectPorts(start.end, end.end);
      return;
    }
    case 'move':
      if (node !== undefined) moveNodes([{ id: node, ...place(one) }], undefined, a < 0.5 ? 'pull' : null);
      return;
    case 'copy':
      select({ nodes: some });
      if (some.length > 0 && nodes.length < 60)
        insertContent(
          contentOfSelection(document, tab().selection),
          { x: 40, y: 40 },
          (things) => `copy ${things}`,
        );
      return;
    case 'delete':
      select({ nodes: [node, other].flatMap((each) => each ?? []).slice(0, 1) as NodeId[] });
      deleteSelection();
      return;
    case 'cut link':
      select({ links: (link === undefined ? [] : [link]) as LinkId[] });
      deleteSelection();
      return;
    case 'insert':
      if (node !== undefined && link !== undefined) putIntoLink(document, node, link, null);
      return;
    case 'redraw': {
      const old = link === undefined ? undefined : document.links[link];
      if (link === undefined || old === undefined) return;
      const from = { node: old.from.node, port: old.from.port, direction: 'out' } as const;
      const end = pick(
        targetsOf(document, from).filter(({ reason }) => reason === null),
        a,
      );
      if (end !== undefined) redrawLink(link, from, end.end);
      return;
    }
    case 'align':
      select({ nodes: some });
      alignSelection('align left', (boxes) =>
        boxes.map((box) => ({ ...box, x: Math.min(...boxes.map(({ x }) => x)) })),
      );
      return;
    case 'rename':
    case 'slide':
      if (node === undefined) return;
      editActive(
        what,
        (draft) => {
          const target = draft.nodes[node];
          if (what === 'rename' && target !== undefined) target.name = `name ${Math.round(b * 50)}`;
          else if (target?.kind === 'fish') target.params.dropout = Math.round(b * 90) / 100;
        },
        `${what} ${node}`,
      );
      return;
    case 'group':
      select({ nodes: some });
      groupSelection();
      return;
    case 'ungroup':
      if (group !== undefined) ungroup([group]);
      return;
    case 'fold':
      if (group !== undefined) setCollapsed([group], b < 0.5);
      return;
    case 'end':
      endEditGesture();
      return;
    case 'undo':
      undoEdit(id);
      return;
    case 'redo':
      redoEdit(id);
      return;
    case 'jump':
      jumpEdits(id, Math.round(a * 10) - 5);
  }
}

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
});

describe(`${EDITS} random edits`, () => {
  it('all undone and all redone give the same document each time, also step by step', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: EDITS, maxLength: EDITS }), (edits) => {
        useDocuments.setState({ tabs: [], activeId: null });
        const id = openTab({ document: newDocument() });
        const first = tab().document;
        for (const one of edits) make(one);
        const last = tab().document;
        const lastText = serialize(last);
        const steps = stepsOf(tab().history).past.length;
        const seen: string[] = [];
        for (let step = 0; step < steps; step += 1) {
          seen.push(serialize(tab().document));
          undoEdit(id);
        }
        expect(tab().document).toEqual(first);
        for (let step = 0; step < steps; step += 1) {
          redoEdit(id);
          expect(serialize(tab().document)).toBe(seen[steps - 1 - step]);
        }
        expect(serialize(tab().document)).toBe(lastText);
        jumpEdits(id, -steps);
        expect(tab().document).toEqual(first);
        jumpEdits(id, steps);
        expect(tab().document).toEqual(last);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('never touch which run is shown', () => {
    const id = openTab({ document: newDocument() });
    const runId = 'run-1' as NonNullable<ReturnType<typeof currentTab>>['runId']; // a test's id
    useDocuments.setState(({ tabs }) => ({ tabs: tabs.map((one) => ({ ...one, runId })) }));
    addNode('fish', { x: 0, y: 0 });
    undoEdit(id);
    redoEdit(id);
    jumpEdits(id, -1);
    expect(tab().runId).toBe('run-1');
  });
});
