import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../accessible.ts';
import { beginEmpty, nodeOf, openFile, runButton } from '../person.ts';
import { shortStory } from '../shortSwarm.ts';
import { expect, test } from '../test.ts';

test('a sentence is answered on the canvas, with the way of the answer, for a live and for a stored run', async ({
  page,
}) => {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await gallery
    .locator('[data-template="hierarchical"]')
    .getByRole('button', { name: 'Open and run' })
    .click();
  const status = page.locator('.run-status');
  await expect(status).toContainText(/round [3-9]/, { timeout: 90_000 });
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByLabel('Text to try').fill('the plot was superb and i loved it');
  await page.getByRole('button', { name: 'Ask the swarm' }).click();

  // Each fish at its node, the cascade with the level that answered, links with what they carried.
  await expect(nodeOf(page, 'Cascade').locator('.answer-bubble')).toContainText(/by /);
  await expect(page.locator('.answer-bubble')).toHaveCount(4);
  await expect(page.locator('.link.answered')).toHaveCount(2);
  await expect(page.locator('[data-passed][title$="× 1.00"]')).toHaveCount(1);
  const answer = page.getByRole('region', { name: 'Answer', exact: true });
  await expect(answer).toContainText(/answered, \d.* % sure/);
  await expectAccessible(page, 'an answer on the canvas', 'main');
  await expectAccessible(page, 'an answer', '.runs-panel');

  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(status).toHaveAttribute('data-state', /stopped|finished/, { timeout: 60_000 });

  // Of the stored run: an example it gets wrong, and a sentence from before.
  await page.getByRole('button', { name: 'One it gets wrong' }).click();
  await expect(answer.getByText(/wrong: it is/).or(page.getByRole('alert'))).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Tried before').selectOption({ label: 'the plot was superb and i loved it' });
  await expect(page.getByLabel('Text to try')).toHaveValue('the plot was superb and i loved it');

  // The answers stay on the canvas in other views, until they are cleared.
  await page.getByRole('tab', { name: 'Learning' }).click();
  await expect(page.locator('.answer-bubble').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.locator('.answer-bubble')).toHaveCount(0);

  // Many texts at once, from a file, into a table and a file.
  await page.getByRole('button', { name: 'Many texts' }).click();
  await page.getByLabel('File of texts').setInputFiles({
    name: 'texts.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('i loved it\nthe worst film, "ever"\n\nnot bad at all\n'),
  });
  await page.getByRole('button', { name: 'Ask about 3 texts' }).click();
  const answers = page.getByRole('region', { name: 'Answers to the texts' });
  await expect(answers.locator('tbody tr')).toHaveCount(3);
  await expectAccessible(page, 'many answers', '.runs-panel');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const csv = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  expect(csv).toHaveLength(4);
  expect(csv[0]).toMatch(/^text,answer,confidence,/);
  expect(csv[2]).toMatch(/^"the worst film, ""ever""",\w+,[01]\.\d+/);
  await answers.getByRole('button', { name: 'i loved it' }).click();
  await expect(page.locator('.answer-bubble').first()).toBeVisible();
});

test('a language model writes on, with the probabilities of its tokens', async ({ page }) => {
  await beginEmpty(page);
  await openFile(page, 'story.swarm', shortStory());
  await runButton(page).click();
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByLabel('temperature').fill('0.5');
  await page.getByLabel('tokens').fill('20');
  await page.getByLabel('Text to try').fill('the small');
  await page.getByRole('button', { name: 'Ask the swarm' }).click();
  const answer = page.getByRole('region', { name: 'Answer', exact: true });
  await expect(answer).toContainText('Mean probability of a token', { timeout: 30_000 });
  await expect(answer.getByRole('list', { name: 'Next token' }).getByRole('listitem')).toHaveCount(8);
  await expect(answer.locator('.token').first()).toHaveAttribute('title', /^probability \d/);
  await expectAccessible(page, 'a continuation', '.runs-panel');
  const written = await answer.locator('.answer-text').textContent();
  await page.getByRole('button', { name: 'Write again' }).click();
  await expect(answer.locator('.answer-text')).not.toHaveText(written ?? '', { timeout: 30_000 });
});
