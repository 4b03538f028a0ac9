import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { commandRun, fishId } from '../live/fishActions.ts';
import { lookOf } from '../live/fishLook.ts';
import { fishOfNode } from '../live/runFish.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** The fish of the selection that a new one will be like: a live one where there is one. */
export function model(): string | undefined {
  const shown = shownRun();
  if (shown === null || !isActive(shown.run.state)) return undefined;
  const { run, tab } = shown;
  const fish = tab.selection.nodes
    .flatMap((node) => fishOfNode(run, node))
    .filter(({ id }) => lookOf(run, id).state !== 'removed');
  return (fish.find(({ id }) => lookOf(run, id).state === 'running') ?? fish[0])?.id;
}

async function add(place?: null): Promise<void> {
  const shown = shownRun();
  const like = model();
  if (shown === null || like === undefined) return;
  await commandRun(shown.runId, {
    type: 'add-fish',
    like: fishId(like),
    ...(place === null ? { place } : {}),
  });
}

export const blocked = (): string | null =>
  model() === undefined ? t`Select a fish or school of a running swarm first.` : null;

/** One more fish like those of the selected node joins the running swarm, with links like theirs. */
export const addFish: Command = {
  id: 'add-fish',
  label: t`Add a fish to the running swarm`,
  menu: 'run',
  icon: 'plus',
  blocked,
  run: () => add(),
};

/** The same without links to other fish: it only answers. */
export const addLoneFish: Command = {
  id: 'add-lone-fish',
  label: t`Add a fish without links`,
  menu: 'run',
  icon: 'plus',
  blocked,
  run: () => add(null),
};
