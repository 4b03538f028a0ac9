import { expectAccessible } from '../accessible.ts';
import { command, nodeOf } from '../person.ts';
import { expect, test } from '../test.ts';

test('every screen of designing is accessible in both themes', async ({ page }) => {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await expect(gallery).toBeVisible();
  await expectAccessible(page, 'gallery', '[role=dialog]');
  await gallery.getByRole('button', { name: 'Open', exact: true }).first().click();
  await expect(gallery).toBeHidden();
  await expectAccessible(page, 'whole swarm');

  await page.getByRole('button', { name: 'File', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'file menu', '[role=menu]');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('heading', { name: 'Folders' })).toBeVisible();
  await expectAccessible(page, 'settings', '[role=dialog]');
  await page.keyboard.press('Escape');

  for (const title of ['Sentences', 'Parts', 'Fish', 'Average', 'Goal', 'Crash']) {
    await nodeOf(page, title)
      .first()
      .click({ position: { x: 60, y: 12 } });
    await expect(page.getByLabel('Name of the node')).toBeVisible();
    await expectAccessible(page, `inspector of ${title}`, '.inspector-panel');
  }
  await page.getByRole('main').getByLabel('Decision of Average to Goal').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Decision link' })).toBeVisible();
  await expectAccessible(page, 'inspector of a link', '.inspector-panel');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Let "Average" answer' })).toBeVisible();
  await expectAccessible(page, 'problems');
  await page.keyboard.press('Control+a');
  await expectAccessible(page, 'several selected', '.inspector-panel');
  await nodeOf(page, 'Goal').click({ button: 'right', position: { x: 60, y: 12 } });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'menu of a node', '[role=menu]');
  await page.keyboard.press('Escape');

  await page
    .getByRole('main')
    .locator('.react-flow__pane')
    .click({ position: { x: 20, y: 20 } });
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
  await expectAccessible(page, 'quick add', '[role=dialog]');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog', { name: /from which port/ })).toBeVisible();
  await expectAccessible(page, 'link from', '[role=dialog]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /to which port/ })).toBeVisible();
  await expectAccessible(page, 'link to', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('dialog', { name: 'Find on the canvas' })).toBeVisible();
  await expectAccessible(page, 'find', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+z');
  await expect(page.getByRole('menu', { name: 'Steps' })).toBeVisible();
  await expectAccessible(page, 'steps', '[role=menu]');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(page.getByRole('navigation', { name: 'Panels' })).toBeVisible();
  await expectAccessible(page, 'small window');
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await expectAccessible(page, 'small window with a panel');
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search commands' })).toBeVisible();
  await expectAccessible(page, 'command palette', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible();
  await expectAccessible(page, 'shortcuts', '[role=dialog]');
  await page.keyboard.press('Escape');

  await command(page, 'import data');
  const importing = page.getByRole('dialog', { name: 'Import data' });
  await expect(importing).toBeVisible();
  await expectAccessible(page, 'import data', '[role=dialog]');
  const data = { name: 'films.csv', mimeType: 'text/csv' };
  await importing
    .getByLabel('Data file')
    .setInputFiles({ ...data, buffer: Buffer.from('text\nonly\nthis\n') });
  await expect(importing.getByRole('status')).toContainText('one column');
  await expectAccessible(page, 'import of one column', '[role=dialog]');
  const rows = Array.from({ length: 40 }, (_, row) => `film ${row};${row % 2 === 0 ? 'good' : 'bad'}`);
  await importing
    .getByLabel('Data file')
    .setInputFiles({ ...data, buffer: Buffer.from(`review;mark\n${rows.join('\n')}\n`) });
  await expect(importing.getByText('40 rows')).toBeVisible();
  await expectAccessible(page, 'import with its preview', '[role=dialog]');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+w');
  await expect(page.getByRole('dialog', { name: /^Close “/ })).toBeVisible();
  await expectAccessible(page, 'question before closing', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('heading', { name: 'An empty sea' })).toBeVisible();
  await expectAccessible(page, 'empty canvas');
});

test('every screen of a run is accessible in both themes', async ({ page }) => {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await gallery.getByRole('button', { name: 'Open and run' }).first().click();
  const chart = page.getByRole('figure', { name: /Accuracy, validation/ });
  await expect(chart.getByText(/^swarm \d/)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'running swarm');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'paused', { timeout: 30_000 });
  await expectAccessible(page, 'paused swarm', '.toolbar');
  await page.getByRole('button', { name: 'Fish 2, live' }).click();
  await expect(page.getByRole('menuitem', { name: 'Kill Fish 2' })).toBeVisible();
  await expectAccessible(page, 'menu of a fish', '[role=menu]');
  await page.getByRole('menuitem', { name: 'Kill Fish 2' }).click();
  await expect(page.getByRole('button', { name: 'Fish 2, dead' })).toBeVisible();
  await nodeOf(page, 'Fish')
    .first()
    .click({ position: { x: 60, y: 12 } });
  await expectAccessible(page, 'inspector of running fish', '.inspector-panel');

  await page.getByRole('tab', { name: 'Confusion' }).click();
  await expect(page.getByText(/rows: what it was/)).toBeVisible();
  await expectAccessible(page, 'confusion', '.runs-panel');
  await page.getByRole('tab', { name: 'Try it' }).click();
  await expectAccessible(page, 'try it', '.runs-panel');
  await page.getByLabel('Text to try').fill('the captain set the sail');
  await page.getByRole('button', { name: 'Ask the swarm' }).click();
  await expect(page.getByRole('list', { name: 'Answers of the fish' }).getByRole('listitem')).toHaveCount(8);
  await expectAccessible(page, 'an answer', '.runs-panel');
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Log of the run' })).toContainText('Paused.');
  await expectAccessible(page, 'log', '.runs-panel');
  await page.getByRole('tab', { name: 'Runs' }).click();
  await page.getByRole('row', { name: /Distributed/ }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await expect(page.getByRole('button', { name: 'Delete for good' })).toBeVisible();
  await expectAccessible(page, 'runs', '.runs-panel');
});
