import { expectAccessible } from '../accessible.ts';
import { mendedSwarm } from '../mendedSwarm.ts';
import { beginEmpty, nodeOf, openFile, runButton } from '../person.ts';
import { expect, test } from '../test.ts';

test('a running swarm is frozen, corrupted, replaced, enlarged and cut on the canvas, and shows it', async ({
  page,
}) => {
  await beginEmpty(page);
  await openFile(page, 'broken.swarm', mendedSwarm);
  await runButton(page).click();
  const status = page.locator('.run-status');
  await expect(status).toContainText(/round ([6-9]|\d\d+) \/ 5,000/, { timeout: 90_000 });
  const table = page.getByRole('region', { name: 'Fish', exact: true });
  const school = nodeOf(page, 'School');
  const fish = (name: string) => school.getByRole('button', { name, exact: true });
  const tell = async (now: string, command: string): Promise<void> => {
    await fish(now).click();
    await page.getByRole('menuitem', { name: command, exact: true }).click();
  };

  // What the kinds make of the run stands on their nodes.
  await expect(nodeOf(page, 'Cascade')).toContainText('cost a text');
  await expect(nodeOf(page, 'Evolve')).toContainText('best fitness');
  await expect(nodeOf(page, 'Reinforce')).toContainText('reward');

  await page.keyboard.press('Shift+1');
  const [first, second, third] = ['School 1', 'School 2', 'School 3'];
  await tell(`${first}, live`, `Freeze ${first}`);
  await expect(fish(`${first}, frozen`)).toBeVisible();
  await expect(table.getByRole('row', { name: new RegExp(`${first}.*frozen`) })).toBeVisible();

  await tell(`${second}, live`, `Flip the sign of ${second}`);
  await expect(fish(`${second}, inverted`)).toBeVisible();
  await tell(`${second}, inverted`, `Heal ${second}`);
  await expect(fish(`${second}, live`)).toBeVisible();
  await tell(`${second}, live`, `Add noise to ${second}`);
  await expect(fish(`${second}, noisy`)).toBeVisible();
  await tell(`${second}, noisy`, `Replace ${second}`);
  await expect(fish(`${second}, live`)).toBeVisible();

  await tell(`${third}, live`, `Remove ${third}`);
  await expect(fish(`${third}, removed`)).toBeVisible();
  await expect(table.getByRole('row', { name: new RegExp(`${third}.*removed`) })).toBeVisible();

  // A link is cut in the inspector and restored; the canvas shows it broken meanwhile.
  const link = page.locator('[data-link="link-6"]');
  await expect(link).toHaveAttribute('data-broken', 'false');
  await page.getByRole('group', { name: 'Prediction of Large to Cascade' }).focus();
  await page.keyboard.press('Enter');
  const inspector = page.locator('.inspector-panel');
  await expect(inspector.getByText('Traffic, last round')).toBeVisible();
  await expectAccessible(page, 'inspector of a running link', '.inspector-panel');
  await inspector.getByRole('button', { name: 'Cut', exact: true }).click();
  await expect(link).toHaveAttribute('data-broken', 'true');
  await inspector.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(link).toHaveAttribute('data-broken', 'false');

  // One more fish, to the large one: it appears beside it and is heard.
  const large = nodeOf(page, 'Large');
  await large.click({ position: { x: 60, y: 12 } });
  await expect(large.locator('[data-fish]')).toHaveCount(1);
  await inspector.getByRole('button', { name: 'Add a fish' }).click();
  await expect(large.locator('[data-fish]')).toHaveCount(2, { timeout: 60_000 });
  await expectAccessible(page, 'inspector of running fish', '.inspector-panel');

  // And one whose place is chosen: not among the small ones that breed, and then beside nobody.
  await inspector.getByRole('button', { name: 'Choose its place…' }).click();
  const newcomer = page.getByRole('dialog', { name: 'Add a fish to the running swarm' });
  await expect(newcomer.getByText('It is heard by Cascade.')).toBeVisible();
  await newcomer.getByLabel('Its place').selectOption({ label: 'Beside School 1' });
  await expect(newcomer.getByText('It is steered by Evolve, Supervise.')).toBeVisible();
  await newcomer.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(newcomer.getByRole('alert')).toContainText('is built differently');
  await expectAccessible(page, 'place of a newcomer', '[role=dialog]');
  await newcomer.getByLabel('Its place').selectOption({ label: 'Beside nobody' });
  await expect(newcomer.getByRole('alert')).toHaveCount(0);
  await newcomer.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(newcomer).toBeHidden();
  await expect(large.locator('[data-fish]')).toHaveCount(3, { timeout: 60_000 });

  // Who takes over is seen as it happens: from one that the supervisor watches, and from a whole level of the cascade.
  await large.getByRole('button', { name: 'Large, live', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Kill Large', exact: true }).click();
  const standIn = (pair: string) => page.locator(`[data-stand-in="${pair}"]`);
  await expect(standIn('large school')).toContainText('for Large');
  await expect(page.getByText(/its share went to/).first()).toBeVisible();
  await tell(`${first}, frozen`, `Kill ${first}`);
  await tell(`${second}, live`, `Kill ${second}`);
  await tell('School 4, live', 'Kill School 4');
  await expect(standIn('middle large')).toHaveText('Large for Robust');
  await expect(standIn('large school')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Topology' }).click();
  await expect(page.getByRole('img', { name: /^Robust hears .*trust/ }).first()).toBeVisible();
  await expectAccessible(page, 'topology', '.runs-panel');
  await page.getByRole('tab', { name: 'Lineage' }).click();
  await expect(page.getByRole('img', { name: /2 generations of 4 fish/ })).toBeVisible();
  await expectAccessible(page, 'lineage', '.runs-panel');

  await page.getByRole('tab', { name: 'Learning' }).click();
  const picker = page.getByLabel('Metric of this chart').first();
  await picker.selectOption({ label: 'Reinforce: reward' });
  await expect(page.getByRole('figure', { name: /Reinforce: reward/ }).locator('canvas')).toBeVisible();
  await expectAccessible(page, 'swarm with every state');

  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  const log = page.getByRole('list', { name: 'Log of the run' });
  await expect(log).toContainText('You cut the link');
  await expect(log).toContainText('joined the swarm');
});
