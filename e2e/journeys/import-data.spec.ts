import { expect, test } from '../test.ts';

const rows = Array.from({ length: 60 }, (_, i) =>
  i % 2 === 0 ? `film ${i} was good;pos` : `film ${i} was bad;neg`,
);

test('a person brings a CSV: it is previewed, its columns are found, and the dataset reads it', async ({
  page,
}) => {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await gallery.getByRole('button', { name: 'Open', exact: true }).first().click();
  await expect(gallery).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('import data');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import data' });
  await expect(dialog).toBeVisible();

  // One column only: a sentence says what is missing.
  await dialog.getByLabel('Data file').setInputFiles({
    name: 'one.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('text\nonly\nthis\n'),
  });
  await expect(dialog.getByRole('status')).toContainText('one column');
  await expect(dialog.getByRole('button', { name: 'Use this file' })).toBeDisabled();

  await dialog.getByLabel('Data file').setInputFiles({
    name: 'films.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`review;sentiment\n${rows.join('\n')}\n`),
  });
  await expect(dialog.getByText('60 rows')).toBeVisible();
  await expect(dialog.getByRole('columnheader', { name: /review/ })).toContainText('text');
  await expect(dialog.getByRole('columnheader', { name: /sentiment/ })).toContainText('label');
  await dialog.getByRole('button', { name: 'Use this file' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('films.csv').first()).toBeVisible();
});
