import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/**
 * axe-core finds nothing wrong with the screen, or with the `part` of it that is new, in the dark theme and in the
 * light one.
 */
export async function expectAccessible(page: Page, screen: string, part?: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Legacy mode works in this page alone: a page opened beside it would take the focus and close menus.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
    if (part !== undefined) axe.include(part);
    // A menu floats over the page, in no region of it, by its nature.
    if ((await page.getByRole('menu').count()) > 0) axe.disableRules('region');
    // Only colours differ between the themes.
    const { violations } = await (colorScheme === 'dark' ? axe : axe.withRules('color-contrast')).analyze();
    expect
      .soft(
        violations.map(
          ({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.map(({ html, any }) => `${html} (${any[0]?.message ?? ''})`).join(' | ')}`,
        ),
        `${screen}, ${colorScheme}`,
      )
      .toEqual([]);
  }
}
