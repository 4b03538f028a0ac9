import { buildSwarm } from '../../engine/document/build.testing.ts';
import { runsRoot } from '../../engine/runs/home.ts';
import { openRunStore } from '../../engine/runs/openRunStore.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { expect, test } from '../test.ts';

const swarm = buildSwarm(
  {
    data: ['dataset', { examples: 600 }],
    fish: ['fish', { count: 2, layers: 1, width: 16, heads: 2, feedForward: 32 }],
    mean: ['average'],
    goal: ['goal'],
  },
  [
    'data.examples -> fish.examples',
    'fish.prediction -> mean.prediction',
    'mean.prediction -> goal.prediction',
  ],
  {
    meta: { name: 'Patient' },
    run: { rounds: 5000, local: { unit: 'steps', amount: 20 }, batchSize: 16, evaluateEvery: 1 },
  },
);

/** The states of the only run there is, as its record says. */
function statesOf(home: string): readonly string[] {
  const store = openRunStore(runsRoot(home));
  const run = store.open(store.list()[0]?.id ?? '');
  const states = run
    .events(0, Number.MAX_SAFE_INTEGER, ['state'])
    .flatMap((event) => (event.type === 'state' ? [event.state] : []));
  run.close();
  store.close();
  return states;
}

test('a run is paused, goes on where it was, and is stopped; the log says each once', async ({
  page,
  shell,
}) => {
  await beginEmpty(page);
  await openFile(page, 'patient.swarm', swarm);
  await runButton(page).click();
  const status = page.locator('.run-status');
  const round = async (): Promise<number> => Number(await status.locator('b').innerText());
  await expect(status).toContainText(/round ([3-9]|\d\d+) \/ 5,000/, { timeout: 60_000 });

  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(status).toHaveAttribute('data-state', 'paused');
  await expect(status.getByRole('status')).toHaveText('paused');
  const paused = await round();
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  const log = page.getByRole('list', { name: 'Log of the run' });
  await expect(log.getByText('Paused.', { exact: true })).toHaveCount(1);
  await expect(log.getByText('You asked to pause.', { exact: true })).toHaveCount(1);
  expect(await round(), 'a paused run stands still').toBe(paused);

  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(status).toHaveAttribute('data-state', 'running');
  await expect.poll(round).toBeGreaterThan(paused + 2);

  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(status).toHaveAttribute('data-state', 'stopped');
  await expect(status.getByRole('status')).toHaveText('stopped');
  await expect(log.getByText('Stopped.', { exact: true })).toHaveCount(1);
  await expect(log.getByText('You asked to stop.', { exact: true })).toHaveCount(1);
  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(page.getByRole('row', { name: /Patient.*stopped/ })).toBeVisible();
  await expect(runButton(page)).toHaveAttribute('aria-disabled', 'false');

  expect(statesOf(shell.home)).toEqual([
    'preparing',
    'running',
    'pausing',
    'paused',
    'running',
    'stopping',
    'stopped',
  ]);
});
