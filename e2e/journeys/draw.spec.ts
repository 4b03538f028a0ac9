import { beginEmpty, drag, nodeOf, portOf, runButton } from '../person.ts';
import { expect, test } from '../test.ts';

const KINDS = [
  ['Dataset', 90, 120],
  ['Fish', 320, 120],
  ['Average', 560, 120],
  ['Goal', 560, 320],
] as const;

test('a person draws a swarm from nothing, until it can run; undo and redo; wrong links are refused', async ({
  page,
}) => {
  await beginEmpty(page);
  const palette = page.getByRole('toolbar', { name: 'Palette' });
  const canvas = page.getByRole('main');
  const problems = page.getByRole('region', { name: /^inspector$/i });
  for (const [label, x, y] of KINDS) {
    await palette.getByRole('button', { name: label, exact: true }).dragTo(canvas, {
      targetPosition: { x, y },
    });
    await expect(nodeOf(page, label)).toBeVisible();
  }
  const run = runButton(page);
  await expect(run).toHaveAttribute('aria-disabled', 'true');

  // A link of examples does not end where predictions are wanted, and it says why before and after the drop.
  const examples = portOf(page, 'Dataset', 'Examples', 'out');
  await drag(page, examples, portOf(page, 'Average', 'Predictions', 'in'), async () => {
    await expect(page.getByRole('status').filter({ hasText: /takes prediction/ })).toBeVisible();
  });
  await expect(canvas.getByLabel(/^Examples of Dataset to/)).toHaveCount(0);

  const links = [
    [examples, portOf(page, 'Fish', 'Examples', 'in')],
    [portOf(page, 'Fish', 'Prediction', 'out'), portOf(page, 'Average', 'Predictions', 'in')],
    [portOf(page, 'Average', 'Decision', 'out'), portOf(page, 'Goal', 'Answer', 'in')],
  ] as const;
  for (const [from, to] of links) await drag(page, from, to);
  await expect(canvas.getByLabel(/ to (Fish|Average|Goal)$/)).toHaveCount(3);

  await page.keyboard.press('Escape');
  await expect(problems.getByText('None. This swarm can run.')).toBeVisible();
  await expect(run).toHaveAttribute('aria-disabled', 'false');

  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
  await expect(canvas.getByLabel(/ to (Fish|Average|Goal)$/)).toHaveCount(0);
  await expect(nodeOf(page, 'Goal')).toHaveCount(0);
  await expect(run).toHaveAttribute('aria-disabled', 'true');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect(canvas.getByLabel(/ to (Fish|Average|Goal)$/)).toHaveCount(3);
  await expect(run).toHaveAttribute('aria-disabled', 'false');
});
