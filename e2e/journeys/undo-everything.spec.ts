import type { Page } from '@playwright/test';
import { savedBy } from '../hierarchicalSwarm.ts';
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

/** As much of their names as finds them. */
const KINDS = ['dat', 'fi', 'ave', 'go', 'hu', 'sh', 'fau', 'cas'];
const EDITS = 300;

const save = (page: Page) => savedBy(page, () => page.keyboard.press('Control+s'));
const steps = async (page: Page): Promise<number> => {
  await page.keyboard.press('Control+Alt+z');
  const menu = page.getByRole('menu', { name: 'Steps' });
  const count = await menu.getByRole('menuitemradio').count();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden(); // until then keys are the menu's
  return count;
};
const button = (page: Page, id: string) => page.locator(`.toolbar [data-command="${id}"]`);

/** One edit as a hand makes it. It may find nothing to do, as a hand does. */
async function editOnce(page: Page, random: () => number): Promise<void> {
  const isEmpty = (await page.locator('.react-flow__node').count()) === 0;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!; // never empty
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const what = random();
  if (what < 0.2 || isEmpty) {
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
    await page.keyboard.type(pick(['ex', 'pre', 'sta', 'con', 'dec']));
    await press('Enter', 'Enter', 'Escape', 'Escape');
    await press('Control+a', 'Escape');
  } else if (what < 0.8) await press('n', 'Control+d');
  else if (what < 0.86) await press('n', 'Alt+l', 'Delete');
  else if (what < 0.9) await press('n', 'Delete');
  else if (what < 0.93) await press('Control+a', pick(['Alt+Shift+L', 'Alt+Shift+M']));
  else if (what < 0.96) {
    await press('n', 'Enter');
    await page.keyboard.type(`N${Math.floor(random() * 100)}`);
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
  // What was undone last stays undone.
  while ((await button(page, 'redo').getAttribute('aria-disabled')) === 'false')
    await page.keyboard.press('Control+Shift+z');
  const last = await save(page);
  expect(Object.keys(last.nodes).length).toBeGreaterThan(10);
  expect(Object.keys(last.links).length).toBeGreaterThan(1);
  // The list ends with the state the swarm was opened in.
  const count = (await steps(page)) - 1;
  expect(count).toBeGreaterThan(100);

  for (let step = 0; step < count; step += 1) await page.keyboard.press('Control+z');
  await expect(button(page, 'undo')).toHaveAttribute('aria-disabled', 'true');
  expect(await save(page)).toEqual(first);
  for (let step = 0; step < count; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect(button(page, 'redo')).toHaveAttribute('aria-disabled', 'true');
  expect(await save(page)).toEqual(last);

  // And at once, by the list of steps.
  const list = page.getByRole('menu', { name: 'Steps' }).getByRole('menuitemradio');
  await page.keyboard.press('Control+Alt+z');
  await list.last().click();
  expect(await save(page)).toEqual(first);
  await page.keyboard.press('Control+Alt+z');
  await list.first().click();
  expect(await save(page)).toEqual(last);
});
