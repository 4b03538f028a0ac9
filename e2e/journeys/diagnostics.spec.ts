import type { Locator, Page } from '@playwright/test';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { applyFix } from '#engine/validate/applyFix.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '#engine/validate/codes.ts';
import { validate } from '#engine/validate/validate.ts';
import { CASES } from '../../engine/validate/cases/index.testing.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { expect, test } from '../test.ts';

/** Codes that nobody can meet on the canvas, each with its reason. None: a file that is opened may show any of them. */
const NOT_ON_THE_CANVAS: Partial<Record<DiagnosticCode, string>> = {};

/** One swarm for every code: the first there is. */
const shown = new Map(CASES.toReversed().map((one) => [one[0], one]));

test('every diagnostics code is met on the canvas, or listed with the reason why it cannot be', () => {
  const listed = [...shown.keys(), ...Object.keys(NOT_ON_THE_CANVAS)];
  expect(listed.toSorted()).toEqual([...DIAGNOSTIC_CODES].toSorted());
});

/** The Run button is off with the first reason, or on where nothing forbids a run. */
async function expectRunButton(page: Page, document: SwarmDocument): Promise<void> {
  const reason = validate(document).find(({ severity }) => severity === 'error')?.message;
  const run = runButton(page);
  await expect(run).toHaveAttribute('aria-disabled', String(reason !== undefined));
  if (reason === undefined) return;
  // A tooltip opens as the pointer moves; one that came while the file still opened moves again, as a hand does.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await run.hover();
    await expect(page.getByRole('tooltip')).toHaveText(reason, { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
  await page.mouse.move(0, 0);
}

/** The sign on the node or link that the problem is about. */
const signOf = (page: Page, message: string): Locator =>
  page
    .getByRole('main')
    .getByRole('img', { name: /problem/i })
    .and(page.getByLabel(message));

const part = Math.ceil(shown.size / 3);
for (const at of [0, part, 2 * part]) {
  const cases = [...shown.values()].slice(at, at + part);
  test(`on the canvas, with its fix: ${cases.map(([code]) => code).join(', ')}`, async ({ page }) => {
    await beginEmpty(page);
    for (const [code, title, document, sentence] of cases) {
      await test.step(`${code}: ${title}`, async () => {
        const problem = validate(document).find((one) => one.code === code && sentence.test(one.message));
        if (problem === undefined) throw new Error('The case does not show its code.');
        await openFile(page, `${code}.swarm`, document);
        await expect(page.getByRole('tab', { name: code })).toHaveAttribute('aria-selected', 'true');

        const entry = page.locator(`[data-problem="${code}"]`).filter({ hasText: problem.message });
        await expect(entry.first()).toBeVisible();
        const sign = signOf(page, problem.message);
        const hasPlace = problem.nodeId !== undefined || problem.linkId !== undefined;
        if (hasPlace) await expect(sign.first()).toBeVisible();
        else await expect(sign).toHaveCount(0);
        await expectRunButton(page, document);

        if (problem.fix === undefined) return;
        await entry.first().getByRole('button', { name: problem.fix.label, exact: true }).click();
        await expect(entry).toHaveCount(0);
        await expect(sign).toHaveCount(0);
        await expectRunButton(page, applyFix(document, problem.fix));
        await page.keyboard.press('Control+z');
        await expect(entry.first()).toBeVisible();
      });
    }
  });
}
