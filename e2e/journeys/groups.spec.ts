import type { Page } from '@playwright/test';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { expectAccessible } from '../accessible.ts';
import { beginEmpty, canvasAtRest, drag, nodeOf, openFile, portOf } from '../person.ts';
import { expect, test } from '../test.ts';

const swarm = buildSwarm(
  {
    data: ['dataset', { task: 'sentiment' }],
    part: ['shard'],
    fish: ['fish', { count: 3, layers: 1 }],
    mean: ['average'],
    other: ['vote'],
    goal: ['goal'],
  },
  [
    'data.examples -> part.examples',
    'part.examples -> fish.examples',
    'fish.prediction -> mean.prediction',
    'mean.prediction -> goal.prediction',
  ],
);

async function openSwarm(page: Page): Promise<void> {
  await beginEmpty(page);
  await openFile(page, 'groups.swarm', swarm);
  await expect(nodeOf(page, 'Average')).toBeVisible();
}

const frame = (page: Page, name: string) => page.getByRole('group', { name: `Group ${name}`, exact: true });
const card = (page: Page, name: string) =>
  page.getByRole('group', { name: new RegExp(`^Group ${name}, collapsed`) });
const undoName = (page: Page) => page.locator('[data-command="undo"]').first();

test('by mouse: group, collapse, link to a port, enter, leave, keep in the palette, use again, take apart', async ({
  page,
}) => {
  await openSwarm(page);
  const canvas = page.getByRole('main');
  await nodeOf(page, 'Shard').click({ position: { x: 90, y: 14 } });
  await nodeOf(page, 'Fish').click({ position: { x: 90, y: 14 }, modifiers: ['Shift'] });
  await nodeOf(page, 'Fish').click({ button: 'right', position: { x: 90, y: 14 } });
  await page.getByRole('menuitem', { name: 'Group 2 nodes' }).click();
  await expect(frame(page, 'Group')).toBeVisible();
  await page.getByLabel('Name of the group').fill('Readers');
  await expect(undoName(page)).toHaveAttribute('aria-label', /rename/i);

  // The frame moves with what is in it.
  const before = await nodeOf(page, 'Fish').boundingBox();
  await drag(page, frame(page, 'Readers').getByText('Readers'), nodeOf(page, 'Dataset'));
  const after = await nodeOf(page, 'Fish').boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeGreaterThan(20);
  await page.keyboard.press('Control+z');

  await page.getByRole('button', { name: 'Collapse Readers' }).click();
  await expect(nodeOf(page, 'Fish')).toBeHidden();
  const readers = card(page, 'Readers');
  await expect(readers).toBeVisible();
  await expect(readers.getByText('3 fish')).toBeVisible();
  await expect(readers.getByText('Shard · Examples')).toBeVisible();
  const out = readers.getByLabel(/^Fish · Prediction, out,/);

  // A link from a port of the group is a link of the node within.
  await drag(page, out, portOf(page, 'Vote', 'Predictions', 'in'));
  await expect(canvas.getByLabel('Prediction of Fish to Vote')).toHaveCount(1);

  await readers.locator('.node-title').dblclick();
  const trail = page.getByRole('navigation', { name: 'Group shown' });
  await expect(trail.getByText('Readers')).toBeVisible();
  await expect(nodeOf(page, 'Fish')).toBeVisible();
  await expect(nodeOf(page, 'Average')).toBeHidden();
  await expect(page.getByText('Average · Predictions')).toBeVisible();
  await expect(page.getByText('Vote · Predictions')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Cost of a run' })).toContainText('group');
  await canvasAtRest(page);
  await page.getByText('Vote · Predictions').click();
  await expect(trail).toBeHidden();
  await expect(
    page.getByRole('heading', { name: 'Vote' }).or(page.getByLabel('Name of the node')),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await expect(readers).toBeInViewport();

  // Kept in the palette, also after a reload, and used again.
  await readers.click({ button: 'right', position: { x: 120, y: 14 } });
  await page.getByRole('menuitem', { name: 'Save to palette' }).click();
  const palette = page.getByRole('toolbar', { name: 'Palette' });
  await expect(palette.getByRole('button', { name: 'Readers', exact: true })).toBeVisible();
  await page.reload();
  await expect(readers).toBeInViewport();
  const piece = palette.getByRole('button', { name: 'Readers', exact: true });
  await piece.dragTo(canvas, { targetPosition: { x: 420, y: 320 } });
  await expect(readers).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(readers).toHaveCount(1);
  await palette.getByRole('button', { name: 'More about Readers' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name of the piece').fill('Two readers');
  await page.keyboard.press('Enter');
  await palette.getByRole('button', { name: 'More about Two readers' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(palette.getByRole('button', { name: 'Two readers', exact: true })).toBeHidden();

  await readers.click({ button: 'right', position: { x: 120, y: 14 } });
  await page.getByRole('menuitem', { name: 'Ungroup' }).click();
  await expect(nodeOf(page, 'Fish')).toBeVisible();
  await expect(readers).toBeHidden();
});

test('by keyboard: group, collapse, enter, leave, undo and redo', async ({ page }) => {
  await openSwarm(page);
  await nodeOf(page, 'Fish').click({ position: { x: 90, y: 14 } });
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Control+g');
  await expect(frame(page, 'Group')).toBeVisible();
  await expect(undoName(page)).toHaveAttribute('aria-label', /group 2 nodes/i);
  await page.keyboard.press('Shift+G');
  await expect(card(page, 'Group')).toBeVisible();
  await expect(nodeOf(page, 'Average')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Group shown' })).toBeVisible();
  await expect(nodeOf(page, 'Average')).toBeVisible();
  await expect(nodeOf(page, 'Goal')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(card(page, 'Group')).toBeVisible();
  await page.keyboard.press('Control+Shift+g');
  await expect(card(page, 'Group')).toBeHidden();
  await expect(nodeOf(page, 'Fish')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Group')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(frame(page, 'Group')).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await expect(frame(page, 'Group')).toBeVisible();
});

test('a school unfolds into its fish and folds back; fish that differ say why they do not', async ({
  page,
}) => {
  await openSwarm(page);
  await nodeOf(page, 'Fish').click({ position: { x: 90, y: 14 } });
  await page.getByRole('button', { name: 'Unfold school' }).click();
  const question = page.getByRole('dialog', { name: /Unfold/ });
  await expect(question).toContainText('other random weights');
  await question.getByRole('button', { name: 'Unfold' }).click();
  await expect(nodeOf(page, 'fish 3')).toBeVisible();
  await expect(page.getByRole('main').getByLabel(/^Prediction of fish \d to Average$/)).toHaveCount(3);
  await page.getByRole('button', { name: 'Fold', exact: true }).click();
  await page.getByRole('dialog', { name: /Fold/ }).getByRole('button', { name: 'Fold' }).click();
  await expect(nodeOf(page, 'fish 3')).toBeHidden();
  await expect(page.getByRole('main').getByText('3 fish', { exact: true })).toBeVisible();
});

test('frames, collapsed groups, marks at the edge and comments are accessible', async ({ page }) => {
  await openSwarm(page);
  await page.keyboard.press('Shift+C');
  await page.keyboard.type('Read me.');
  await page.keyboard.press('Escape');
  await nodeOf(page, 'Fish').click({ position: { x: 90, y: 14 } });
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Control+g');
  await expectAccessible(page, 'frame and comment');
  await page.keyboard.press('Shift+G');
  await expectAccessible(page, 'collapsed group', '.react-flow');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'entered group', 'main');
});

test('a comment is written, coloured, moved, undone, and in the file', async ({ page }) => {
  await openSwarm(page);
  await page.keyboard.press('Shift+C');
  await page.keyboard.type('Why three fish?');
  await page.keyboard.press('Escape');
  const comment = page.getByRole('group', { name: 'Comment: Why three fish?' });
  await expect(comment).toBeVisible();
  await page.getByRole('button', { name: 'Blue' }).click();
  await expect(undoName(page)).toHaveAttribute('aria-label', /colour comment/i);
  await comment.dblclick();
  await page.getByLabel('Text of the comment').fill('Three are enough.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Comment: Three are enough.' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('group', { name: 'Comment: Three are enough.' })).toBeVisible();
  await page.getByRole('group', { name: 'Comment: Three are enough.' }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('group', { name: /^Comment/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('group', { name: /^Comment/ })).toHaveCount(1);
});
