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
  await expect(status).toContainText(/round ([3-9]|\d\d+) \/ 3000/, { timeout: 60_000 });

  await shell.stop('SIGKILL');
  await expect(page.getByRole('alert').filter({ hasText: 'The engine cannot be reached' })).toBeVisible({
    timeout: 30_000,
  });
  // Designing goes on without it.
  await expect(page.getByRole('tab', { name: /Survivor/ })).toBeVisible();

  const again = await Shell.start(shell.home, shell.port);
  try {
    await page.goto(again.url);
    await expect(page.getByRole('tab', { name: /Survivor/ })).toBeVisible();
    await page.getByRole('tab', { name: 'Runs' }).click();
    const row = page.getByRole('row', { name: /Survivor/ });
    await expect(row).toContainText('interrupted');
    await row.getByRole('button', { name: 'Resume' }).click();
    await expect(status).toContainText(/round ([4-9]|\d\d+) \/ 3000/, { timeout: 60_000 });
    await expect(row).toContainText('running', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(row).toContainText('stopped', { timeout: 60_000 });
  } finally {
    await again.stop();
  }
});
