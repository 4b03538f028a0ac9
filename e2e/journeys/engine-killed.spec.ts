import { buildSwarm } from '../../engine/document/build.testing.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { Shell } from '../shell.ts';
import { expect, test } from '../test.ts';

/** Small, and long enough to be struck in the middle. */
const swarm = buildSwarm(
  {
    data: ['dataset', { examples: 600 }],
    part: ['shard'],
    fish: ['fish', { count: 2, layers: 1, width: 16, heads: 2, feedForward: 32 }],
    mean: ['average'],
    goal: ['goal'],
  },
  [
    'data.examples -> part.examples',
    'part.examples -> fish.examples',
    'fish.prediction -> mean.prediction',
    'mean.prediction -> goal.prediction',
  ],
  {
    meta: { name: 'Survivor' },
    run: {
      rounds: 3000,
      local: { unit: 'steps', amount: 20 },
      batchSize: 16,
      evaluateEvery: 1,
      checkpointEvery: 1,
    },
  },
);

test('an engine killed in the middle of a run loses neither the run nor the document', async ({
  page,
  shell,
}) => {
  await beginEmpty(page);
  await openFile(page, 'survivor.swarm', swarm);
  await runButton(page).click();
  const status = page.locator('.run-status');
  const round = async (): Promise<number> => Number(await status.locator('b').innerText());
  await expect(status).toContainText(/round ([3-9]|\d\d+) \/ 3,000/, { timeout: 60_000 });

  const alert = page.getByRole('alert').filter({ hasText: 'The engine cannot be reached' });
  const seen = alert.waitFor();
  const killedAt = await round();
  shell.killEngine();
  await seen;
  // Designing goes on without it, and it comes back by itself.
  await page.getByRole('textbox', { name: 'Name of the swarm' }).fill('Phoenix');
  await expect(alert).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole('tab', { name: /Phoenix/ })).toBeVisible();
  await expect(status).toHaveAttribute('data-state', 'interrupted');
  await page.getByRole('tab', { name: 'Runs' }).click();
  const row = page.getByRole('row', { name: /Survivor/ });
  await expect(row).toContainText('interrupted');

  await page.getByRole('banner').getByRole('button', { name: 'Resume' }).click();
  await expect(status).toHaveAttribute('data-state', 'running', { timeout: 60_000 });
  await expect(row).toContainText('running');
  await expect.poll(round).toBeGreaterThan(killedAt);

  // What was changed meanwhile is kept by the new engine, and the run is still the tab's.
  await page.reload();
  await expect(page.getByRole('tab', { name: /Phoenix/ })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(status).toHaveAttribute('data-state', 'stopped', { timeout: 60_000 });
  await expect(
    page.getByRole('figure', { name: /Accuracy, validation/ }).getByText(/^swarm \d/),
  ).toBeVisible();
});

test('a shell that was killed whole is started again with everything in it', async ({ page, shell }) => {
  await beginEmpty(page);
  await openFile(page, 'survivor.swarm', swarm);
  await runButton(page).click();
  const status = page.locator('.run-status');
  await expect(status).toContainText(/round ([3-9]|\d\d+) \/ 3,000/, { timeout: 60_000 });
  shell.killEngine();
  await shell.stop('SIGKILL');
  const again = await Shell.start(shell.home, shell.port);
  try {
    await page.goto(again.url);
    await expect(page.getByRole('tab', { name: /Survivor/ })).toBeVisible();
    await page.getByRole('tab', { name: 'Runs' }).click();
    const row = page.getByRole('row', { name: /Survivor/ });
    await expect(row).toContainText('interrupted');
    await page.getByRole('banner').getByRole('button', { name: 'Resume' }).click();
    await expect(row).toContainText('running', { timeout: 60_000 });
  } finally {
    await again.stop();
  }
});
