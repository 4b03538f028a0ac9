import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

async function expectClean(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`),
    screen,
  ).toEqual([]);
}

for (const scheme of ['dark', 'light'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test(`the ${scheme} theme has no accessibility violations on the main screens`, async ({ page }) => {
      const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
      await expect(gallery).toBeVisible();
      await expectClean(page, 'gallery');
      await gallery.getByRole('button', { name: 'Open', exact: true }).first().click();
      await expect(gallery).toBeHidden();
      await expectClean(page, 'main screen');
      await page.getByRole('main').getByRole('group', { name: 'Fish', exact: true }).first().click();
      await expect(page.getByLabel('Name of the node')).toBeVisible();
      await expectClean(page, 'inspector of a node');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('import data');
      await expectClean(page, 'command palette');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: 'Import data' })).toBeVisible();
      await expectClean(page, 'import dialogue');
    });
  });
}
