import type { Page } from '@playwright/test';
import { meaning, savedBy } from '../hierarchicalSwarm.ts';
import { beginEmpty } from '../person.ts';
import { expect, test } from '../test.ts';

/** Numbers from 0 to 1 that look like chance and are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const KINDS = ['Dataset', 'Fish', 'Average', 'Goal', 'Hub', 'Shard', 'Fault', 'Cascade'];
const EDITS = 300;

const save = (page: Page) => savedBy(page, () => page.keyboard.press('Control+s'));
const steps = async (page: Page): Promise<number> => {
  await page.keyboard.press('Control+Alt+z');
  const count = await page.getByRole('menu', { name: 'Steps' }).getByRole('menuitemradio').count();
  await page.keyboard.press('Escape');
  return count;
};
const button = (page: Page, id: string) => page.locator(`.toolbar [data-command="${id}"]`);

/** One edit as a hand makes it. It may find nothing to do, as a hand does. */
async function editOnce(page: Page, random: () => number): Promise<void> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!; // never empty
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const what = random();
  if (what < 0.28) {
    await press('/');
    await page.keyboard.type(pick(KINDS));
    await press('Enter');
  } else if (what < 0.5)
    await press(
      pick(['n', 'Shift+N']),
      pick(['ArrowLeft', 'Shift+ArrowRight', 'ArrowUp', 'Shift+ArrowDown']),
    );
  else if (what < 0.72) {
    await press('n', 'l');
    await page.keyboard.type(pick(['examples', 'prediction', 'state', 'control', 'decision']));
    await press('Enter', 'Enter', 'Escape', 'Escape');
    await press('Control+a', 'Escape');
  } else if (what < 0.8) await press('n', 'Control+d');
  else if (what < 0.86) await press('n', 'Alt+l', 'Delete');
  else if (what < 0.9) await press('n', 'Delete');
  else if (what < 0.93) await press('Control+a', pick(['Alt+Shift+L', 'Alt+Shift+M']));
  else if (what < 0.96) {
    await press('n', 'Enter');
    await page.keyboard.type(`Name ${Math.floor(random() * 1000)}`);
    await press('Enter', 'Shift+F6');
  } else await press(pick(['Control+z', 'Control+Shift+z']));
}

test(`${EDITS} edits at the interface, all undone and all redone: the same swarm each time`, async ({
  page,
}) => {
  test.setTimeout(240_000);
  await beginEmpty(page);
  const random = chance(4);
  const first = await save(page);
  for (let edit = 0; edit < EDITS; edit += 1) await editOnce(page, random);
  await page.keyboard.press('Escape');
  const last = await save(page);
  expect(Object.keys(last.nodes).length).toBeGreaterThan(20);
  expect(Object.keys(last.links).length).toBeGreaterThan(3);
  expect(await steps(page)).toBeGreaterThan(100);

  for (let round = 0; round < 2; round += 1) {
    while ((await button(page, 'undo').getAttribute('aria-disabled')) === 'false')
      await page.keyboard.press('Control+z');
    expect(await save(page)).toEqual(first);
    while ((await button(page, 'redo').getAttribute('aria-disabled')) === 'false')
      await page.keyboard.press('Control+Shift+z');
    const redone = await save(page);
    expect(meaning(redone)).toEqual(meaning(last));
    expect(redone).toEqual(last);
  }
});
