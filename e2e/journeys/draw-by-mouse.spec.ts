import type { Page } from '@playwright/test';
import {
  COMMON_FISH,
  FISH,
  LINKS,
  meaning,
  OTHERS,
  RUN,
  savedBy,
  template,
  type Value,
} from '../hierarchicalSwarm.ts';
import { beginEmpty, drag, nodeOf, portOf } from '../person.ts';
import { expect, test } from '../test.ts';

const PLACES: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  Dataset: { x: 110, y: 110 },
  Fault: { x: 110, y: 330 },
  Cascade: { x: 570, y: 110 },
  Goal: { x: 560, y: 280 },
};

async function dragFromPalette(page: Page, kind: string, at: { x: number; y: number }): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'Palette' })
    .getByRole('button', { name: kind, exact: true })
    .dragTo(page.getByRole('main'), { targetPosition: at });
}

/** A click into the field, then what a keyboard is for: letters and digits. */
async function fill(page: Page, field: string, value: Value): Promise<void> {
  const control = page.locator(`[data-field="${field}"]`).locator('input.input, select').first();
  if ('choose' in value) {
    await control.selectOption({ label: value.choose });
    return;
  }
  await control.click({ clickCount: 3 });
  await page.keyboard.type(value.type);
}

async function configure(
  page: Page,
  now: string,
  name: string,
  fields: Readonly<Record<string, Value>>,
): Promise<void> {
  await nodeOf(page, now).click({ position: { x: 70, y: 14 } });
  const title = page.getByLabel('Name of the node');
  await expect(title).toHaveValue(now);
  if (name !== now) {
    await title.click({ clickCount: 3 });
    await page.keyboard.type(name);
  }
  for (const [field, value] of Object.entries(fields)) await fill(page, field, value);
}

test('the hierarchical template drawn from nothing by mouse, the keyboard only for names and numbers', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await beginEmpty(page);
  for (const [kind] of OTHERS) {
    await dragFromPalette(page, kind, PLACES[kind] ?? { x: 0, y: 0 });
    await expect(nodeOf(page, kind)).toBeVisible();
  }
  for (const [at] of FISH.entries()) {
    await dragFromPalette(page, 'Fish', { x: 335, y: 70 + 155 * at });
    await expect(nodeOf(page, at === 0 ? 'Fish' : `Fish ${at + 1}`)).toBeVisible();
  }
  for (const [kind, name, fields] of OTHERS) await configure(page, kind, name, fields);
  for (const [at, [name, fields]] of FISH.entries())
    await configure(page, at === 0 ? 'Fish' : `Fish ${at + 1}`, name, { ...COMMON_FISH, ...fields });

  for (const [outPort, from, inPort, to] of LINKS)
    await drag(page, portOf(page, from, outPort, 'out'), portOf(page, to, inPort, 'in'));
  await expect(page.getByRole('main').locator('.react-flow__edge')).toHaveCount(LINKS.length);

  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
  await fill(page, 'rounds', { type: RUN.rounds });
  await fill(page, 'local', { type: RUN.local });
  await expect(page.getByText('None. This swarm can run.')).toBeVisible();

  const drawn = await savedBy(page, async () => {
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.locator('[role="menu"] [data-command="save"]').click();
  });
  expect(meaning(drawn)).toEqual(meaning(template()));
});
