import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../shell.ts';
import { expect, test } from '../test.ts';

test('a file cut in half is refused with its place, and the canvas stays as it was', async ({ page }) => {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await gallery.getByRole('button', { name: 'Open', exact: true }).first().click();
  await expect(page.getByRole('tab', { name: /Distributed/ })).toBeVisible();
  const text = await readFile(join(root, 'templates', 'committee.swarm'), 'utf8');
  const drop = await page.evaluateHandle(
    (half) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([half], 'half.swarm', { type: 'application/json' }));
      return transfer;
    },
    text.slice(0, text.length / 2),
  );
  const canvas = page.locator('.react-flow');
  await canvas.dispatchEvent('dragover', { dataTransfer: drop });
  await canvas.dispatchEvent('drop', { dataTransfer: drop });
  await expect(page.getByText(/line \d+, column \d+/i)).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByRole('tab', { name: /Distributed/ })).toHaveAttribute('aria-selected', 'true');
});
