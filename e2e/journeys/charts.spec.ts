import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { keepManyPoints } from '../manyPoints.ts';
import { beginEmpty } from '../person.ts';
import { expect, test } from '../test.ts';

const figure = (page: Page, title: RegExp): Locator => page.getByRole('figure', { name: title });
const plotOf = (chart: Locator): Locator => chart.locator('.u-over');
const showAll = (chart: Locator): Locator => chart.getByRole('button', { name: 'Show all' });

async function openKept(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Runs' }).click();
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: 'Open', exact: true })
    .click();
  await page.getByRole('tab', { name: 'Learning' }).click();
}

async function dragOver(page: Page, plot: Locator, from: number, to: number): Promise<void> {
  const box = await plot.boundingBox();
  if (box === null) throw new Error('The plot is not on the screen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, y, { steps: 6 });
  await page.mouse.up();
}

async function saved(
  page: Page,
  chart: Locator,
  item: string,
): Promise<{ name: string; text: string; size: number }> {
  await chart.getByRole('button', { name: /^Menu of the chart/ }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item, exact: true }).click(),
  ]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), text: bytes.toString('utf8'), size: bytes.length };
}

test('charts of a long run are zoomed, compared, filtered, saved and read as a table', async ({
  page,
  shell,
}) => {
  const runId = await keepManyPoints(shell.home, 100_000);
  await beginEmpty(page);
  await openKept(page, 'Very long');
  const loss = figure(page, /^Loss, validation/);
  const accuracy = figure(page, /^Accuracy, validation/);
  await expect(plotOf(loss)).toBeVisible();

  // Drag: both charts show the stretch; double click and Escape show everything again.
  await dragOver(page, plotOf(loss), 0.3, 0.5);
  await expect(showAll(loss)).toBeVisible();
  await expect(showAll(accuracy)).toBeVisible();
  await plotOf(accuracy).dblclick();
  await expect(showAll(loss)).toBeHidden();
  await loss.getByRole('application').focus();
  await page.keyboard.press('+');
  await expect(showAll(accuracy)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(showAll(accuracy)).toBeHidden();
  await plotOf(loss).hover();
  await page.mouse.wheel(0, -200);
  await expect(showAll(loss)).toBeVisible();
  await showAll(loss).click();
  // Each for itself, if so wished.
  await page.getByLabel('zoom together').uncheck();
  await dragOver(page, plotOf(loss), 0.3, 0.5);
  await expect(showAll(loss)).toBeVisible();
  await expect(showAll(accuracy)).toBeHidden();

  // The tip tells what a bucket holds and what happened.
  await plotOf(loss).hover({ position: { x: 120, y: 60 } });
  await expect(loss.locator('.chart-tip')).toContainText(/round [\d,]+/);

  // A line's name in the legend lights up the fish in the table and on the canvas.
  await page.getByLabel('legend').check();
  const legend = loss.getByRole('group', { name: 'Lines of this chart' });
  await legend.getByRole('button', { name: /^Fish 2/ }).hover();
  await expect(page.locator('[data-fish-row="fish:2"]')).toHaveClass(/lit/);
  await expect(page.locator('.react-flow [data-fish="fish:2"]')).toHaveClass(/lit/);
  // And the other way round.
  await page.locator('.react-flow [data-fish="fish:3"]').hover();
  await expect(legend.getByRole('button', { name: /^Fish 3/ })).toHaveClass(/lit/);
  const pressed = legend.locator('[aria-pressed="true"]');
  const all = await pressed.count();
  await legend.getByRole('button', { name: /^Fish 2/ }).click();
  await expect(pressed).toHaveCount(all - 1);
  await legend.getByRole('button', { name: /^swarm/ }).click({ modifiers: ['Alt'] });
  await expect(pressed).toHaveCount(1);
  await expectAccessible(page, 'charts with legends', '.runs-panel');

  // Files hold what is seen, named by run and metric.
  const csv = await saved(page, loss, 'Save as CSV');
  expect(csv.name).toBe(`${runId}-loss.csv`);
  expect(csv.text.split('\n')[0]).toMatch(/^round,swarm/);
  const svg = await saved(page, loss, 'Save as SVG');
  expect(svg.text).toContain('Loss, validation');
  const png = await saved(page, loss, 'Save as PNG');
  expect(png.name).toBe(`${runId}-loss.png`);
  expect(png.size).toBeGreaterThan(5000);
  const whole = await saved(page, accuracy, 'Save all metrics as CSV');
  expect(whole.text.split('\n').length).toBeGreaterThan(99_000);
  // The spike of one single round is in it, and in the chart of all rounds.
  expect(whole.text).toMatch(/swarm\/loss,\d+,\d+,\d+,7\.5\r\n/);

  await loss.getByRole('button', { name: /^Menu of the chart/ }).click();
  await page.getByRole('menuitem', { name: 'Values as a table' }).click();
  const table = page.getByRole('dialog', { name: 'Loss, validation' });
  await expect(table.getByRole('row').nth(5)).toBeVisible();
  await expectAccessible(page, 'values of a chart', '.dialog');
  await page.keyboard.press('Escape');

  // More charts, another order, one large; the browser remembers the board.
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  await expect(page.getByRole('figure')).toHaveCount(3);
  const pickers = page.getByLabel('Metric of this chart');
  await pickers.last().selectOption({ label: 'Examples a second' });
  const third = figure(page, /^Examples a second/);
  await third.getByRole('button', { name: /^Menu of the chart/ }).click();
  await page.getByRole('menuitem', { name: 'Move forward' }).click();
  await expect(page.getByRole('figure').nth(1)).toHaveAccessibleName(/^Examples a second/);
  await third.getByRole('button', { name: /^Menu of the chart/ }).click();
  await page.getByRole('menuitem', { name: 'Enlarge' }).click();
  await expect(page.getByRole('dialog', { name: 'Examples a second' }).locator('canvas')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('figure').nth(1)).toHaveAccessibleName(/^Examples a second/);
  await third.getByRole('button', { name: /^Menu of the chart/ }).click();
  await page.getByRole('menuitem', { name: 'Remove this chart' }).click();
  await expect(page.getByRole('figure')).toHaveCount(2);
});

test('lines are smoothed, stand on another axis and on a logarithmic scale, and stay so after a reload', async ({
  page,
  shell,
}) => {
  await keepManyPoints(shell.home, 20_000);
  await beginEmpty(page);
  await openKept(page, 'Very long');
  const loss = figure(page, /^Loss, validation/);
  const tip = loss.locator('.chart-tip');
  const read = async (): Promise<string> => {
    await page.getByLabel('smoothing').hover();
    await plotOf(loss).hover({ position: { x: 120, y: 60 } });
    await expect(tip).toContainText('swarm');
    return tip.innerText();
  };
  await expect(plotOf(loss)).toBeVisible();
  const plain = await read();

  // Smoothed: at the same place another value, within what was measured there.
  await page.getByLabel('smoothing').focus();
  await page.keyboard.press('End');
  await expect(page.locator('label', { hasText: 'smoothing' })).toContainText('0.95');
  await expect.poll(read).not.toBe(plain);
  await page.getByLabel('smoothing').focus();
  await page.keyboard.press('Home');
  await expect.poll(read).toBe(plain);

  // By steps and by time: ten steps a round; the clock of the run.
  const numberAfter = (text: string, word: string): number =>
    Number(new RegExp(`${word} ([\\d,]+)`).exec(text)?.[1]?.replaceAll(',', ''));
  const axis = page.getByLabel('axis');
  await axis.selectOption('step');
  await expect.poll(read).toMatch(/step [\d,]+/);
  // Buckets of steps begin elsewhere than those of rounds.
  expect(numberAfter(await read(), 'step') / numberAfter(plain, 'round')).toBeCloseTo(10, 0);
  await axis.selectOption('time');
  await expect.poll(read).toMatch(/time \d+/);
  await axis.selectOption('round');

  // A scale of tens: other lines beside the values.
  const ticks = async (): Promise<string> => (await saved(page, loss, 'Save as SVG')).text;
  const linear = await ticks();
  await page.getByLabel('log scale').check();
  expect(await ticks()).not.toBe(linear);
  await axis.selectOption('step');
  await page.reload();
  await expect(page.getByLabel('log scale')).toBeChecked();
  await expect(axis).toHaveValue('step');
});

test('the table of fish is sorted, its columns chosen, and saved', async ({ page, shell }) => {
  await keepManyPoints(shell.home, 20_000);
  await beginEmpty(page);
  await openKept(page, 'Very long');
  await page.getByRole('tab', { name: 'Fish', exact: true }).click();
  const table = page.getByRole('region', { name: 'All about the fish' });
  await table.getByRole('button', { name: 'Loss, validation' }).click();
  await expect(table.getByRole('columnheader', { name: 'Loss, validation' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await table.getByRole('button', { name: 'Columns of the table' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Reputation' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Gradient norm' }).click();
  await page.keyboard.press('Escape');
  await expect(table.getByRole('columnheader', { name: 'Reputation' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Gradient norm' })).toHaveCount(0);
  // From fish to fish by keyboard; each lights up.
  await table
    .getByRole('button', { name: /^Fish \d$/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowDown');
  await expect(table.getByRole('row').nth(2)).toHaveClass(/lit/);
  await table.getByRole('button', { name: 'Columns of the table' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\n')[0]).toContain('Loss, validation');
  expect(text.trim().split('\n')).toHaveLength(9);
});
