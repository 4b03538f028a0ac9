import { describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { applySet } from '#engine/document/applySet.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import { TEMPLATES } from '../gallery/templates.ts';
import { fishId } from './fishActions.ts';
import { liveChanges } from './liveChanges.ts';

const document = TEMPLATES.find(({ id }) => id === 'distributed')!.document;
const fish = Array.from({ length: 8 }, (_, at) => ({
  id: `fish:${at + 1}`,
  nodeId: 'fish',
  name: `Fish ${at + 1}`,
}));
const run = (commands: readonly RunCommand[] = [], removed: readonly string[] = []) => ({
  fish: fish as unknown as FishInfo[], // the fields that are read
  fishState: Object.fromEntries(
    fish.map(({ id }) => [id, removed.includes(id) ? ('removed' as const) : ('running' as const)]),
  ),
  deeds: commands.map((command, at) => ({ id: at + 1, command })),
});
const now = (path: string, value: string): SwarmDocument => applySet(document, path, value);
const without = (change: (draft: SwarmDocument) => void): SwarmDocument => {
  const copy = structuredClone(document);
  change(copy);
  return copy;
};
const linkOf = (from: string, to: string): LinkId =>
  Object.entries(document.links).find(
    ([, link]) => link.from.node === from && link.to.node === to,
  )![0] as LinkId; // a key

describe('edits while a swarm runs', () => {
  it('of nothing that matters to it offer nothing', () => {
    const moved = without((draft) => {
      draft.nodes['fish' as NodeId]!.position.x += 10;
      draft.meta.name = 'Another';
    });
    expect(liveChanges(run(), document, moved, {})).toEqual({ apply: [], later: [] });
  });

  it('of a learning rate reach every fish that has another one', () => {
    const changed = now('nodes.fish.params.learningRate', '0.02');
    const told: RunCommand = { type: 'set-learning-rate', fish: fishId('fish:1'), value: 0.02 };
    const { apply, later } = liveChanges(run([told], ['fish:8']), document, changed, {});
    expect(later).toEqual([]);
    expect(apply).toHaveLength(1);
    expect(apply[0]?.commands.map((command) => 'fish' in command && command.fish)).toEqual([
      'fish:2',
      'fish:3',
      'fish:4',
      'fish:5',
      'fish:6',
      'fish:7',
    ]);
  });

  it('of the count add fish or remove the last ones, once', () => {
    const more = liveChanges(run(), document, now('nodes.fish.params.count', '10'), {});
    expect(more.apply).toMatchObject([
      { target: 10, commands: [{ type: 'add-fish', like: 'fish:1' }, { type: 'add-fish' }] },
    ]);
    expect(more.apply[0]?.text).toContain('Add 2 fish');
    const fewer = liveChanges(run(), document, now('nodes.fish.params.count', '7'), {});
    expect(fewer.apply).toMatchObject([{ commands: [{ type: 'remove-fish', fish: 'fish:8' }] }]);
    const asked = { 'count:fish': 10 };
    expect(liveChanges(run(), document, now('nodes.fish.params.count', '10'), asked).apply).toEqual([]);
    expect(liveChanges(run(), document, now('nodes.fish.params.count', '11'), asked).apply).toMatchObject([
      { commands: [{ type: 'add-fish' }] },
    ]);
  });

  it('of links cut them or change their strength; taken back after it was applied, it is offered again', () => {
    const link = linkOf('fish', 'average');
    const weaker = now(`links.${link}.params.strength`, '0.5');
    expect(liveChanges(run(), document, weaker, {}).apply).toMatchObject([
      { commands: [{ type: 'set-link-strength', link, value: 0.5 }] },
    ]);
    const cut = without((draft) => delete draft.links[link]);
    expect(liveChanges(run(), document, cut, {})).toMatchObject({
      apply: [{ commands: [{ type: 'cut-link', link }] }],
      later: [],
    });
    const applied = run([{ type: 'cut-link', link }]);
    expect(liveChanges(applied, document, cut, {}).apply).toEqual([]);
    expect(liveChanges(applied, document, document, { [`link:${link}`]: -1 }).apply).toMatchObject([
      { commands: [{ type: 'set-link-strength', link, value: 1 }] },
    ]);
    // A link that was cut by hand, and not by an edit, is nobody's edit.
    expect(liveChanges(applied, document, document, {}).apply).toEqual([]);
  });

  it('that it cannot take over say why', () => {
    const { apply, later } = liveChanges(
      run(),
      document,
      applySet(
        applySet(now('nodes.fish.params.layers', '3'), 'run.rounds', '99'),
        'nodes.shard.params.replicas',
        '2',
      ),
      {},
    );
    expect(apply).toEqual([]);
    expect(later.map(({ text }) => text)).toEqual([
      expect.stringContaining('rounds'),
      expect.stringContaining('Layers'),
      expect.anything(),
    ]);
    for (const { why } of later) expect(why).toMatch(/\.$/);
  });
});
