import type { Locator, Page } from '@playwright/test';
import { keptDrafts } from '../keptDrafts.ts';
import { namedSwarm } from '../namedSwarm.ts';
import { beginEmpty, drag, nodeOf, openFile, portOf } from '../person.ts';
import { expect, test } from '../test.ts';

test.beforeEach(async ({ page }) => {
  await beginEmpty(page);
  await openFile(page, 'named.swarm', namedSwarm());
  await expect(nodeOf(page, 'Goal')).toBeVisible();
});

const link = (page: Page, name: string): Locator => page.getByRole('main').getByLabel(name, { exact: true });
const hint = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });

async function middleOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height };
}

/** Drags with the button held until `during` is done. */
async function pull(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  during?: () => Promise<void>,
) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 15 });
  await during?.();
  await page.mouse.up();
}

/** The head of a node, where it can be taken. */
async function headOf(page: Page, title: string): Promise<{ x: number; y: number }> {
  const box = await nodeOf(page, title).boundingBox();
  if (box === null) throw new Error(`${title} is not on the screen.`);
  return { x: box.x + 70, y: box.y + 14 };
}

test('a link is refused with its reason, drawn anew by its end, taken away, and takes in a node dropped on it', async ({
  page,
}) => {
  await drag(page, portOf(page, 'Ann', 'State', 'out'), portOf(page, 'Ann', 'Senses', 'in'), () =>
    expect(hint(page, /cannot be linked to itself/)).toBeVisible(),
  );
  await expect(page.getByRole('main').locator('.react-flow__edge')).toHaveCount(3);
  await drag(page, portOf(page, 'Data', 'Examples', 'out'), portOf(page, 'Ann', 'Examples', 'in'), () =>
    expect(hint(page, /already there/)).toBeVisible(),
  );
  await expect(page.getByRole('main').locator('.react-flow__edge')).toHaveCount(3);

  const end = await middleOf(portOf(page, 'Ann', 'Examples', 'in'));
  await pull(
    page,
    { x: end.x - 12, y: end.y },
    await middleOf(portOf(page, 'Bob', 'Examples', 'in')),
    async () => {
      await expect(portOf(page, 'Bob', 'Examples', 'in')).toHaveClass(/fits/);
      await expect(portOf(page, 'Mean', 'Predictions', 'in')).toHaveClass(/unfit/);
    },
  );
  await expect(link(page, 'Examples of Data to Bob')).toBeVisible();
  await expect(link(page, 'Examples of Data to Ann')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(link(page, 'Examples of Data to Ann')).toBeVisible();

  const goal = await middleOf(link(page, 'Decision of Mean to Goal'));
  const loose = await headOf(page, 'Loose');
  const size = await middleOf(nodeOf(page, 'Loose'));
  const inMiddle = { x: goal.x - size.width / 2 + 70, y: goal.y - size.height / 2 + 14 };
  await pull(page, loose, inMiddle, () => expect(page.locator('.link.insert')).toHaveCount(1));
  await expect(link(page, 'Decision of Mean to Loose')).toBeVisible();
  await expect(link(page, 'Decision of Loose to Goal')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(link(page, 'Decision of Mean to Goal')).toBeVisible();

  // From the palette into a link: one step, there and back.
  const main = await page.getByRole('main').boundingBox();
  await page
    .getByRole('toolbar', { name: 'Palette' })
    .getByRole('button', { name: 'Vote', exact: true })
    .dragTo(page.getByRole('main'), {
      targetPosition: { x: goal.x - (main?.x ?? 0), y: goal.y - (main?.y ?? 0) },
    });
  await expect(link(page, 'Decision of Mean to Vote')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo add vote into a link' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(link(page, 'Decision of Mean to Goal')).toBeVisible();
  await expect(nodeOf(page, 'Vote')).toHaveCount(0);

  await link(page, 'Decision of Mean to Goal').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(link(page, 'Decision of Mean to Goal')).toHaveCount(0);
});

test('nodes snap to others while they are dragged, are copied with Alt, and line up by command', async ({
  page,
}) => {
  const bob = await headOf(page, 'Bob');
  const ann = await headOf(page, 'Ann');
  await pull(page, bob, { x: ann.x + 3, y: bob.y + 40 }, () =>
    expect(page.locator('.snap-guide').first()).toBeVisible(),
  );
  await expect(page.locator('.snap-guide')).toHaveCount(0);
  expect((await nodeOf(page, 'Bob').boundingBox())?.x).toBeCloseTo(
    (await nodeOf(page, 'Ann').boundingBox())?.x ?? 0,
    0,
  );

  const again = await headOf(page, 'Bob');
  await page.mouse.move(again.x, again.y);
  await page.mouse.down();
  await page.keyboard.down('Control');
  await page.mouse.move(again.x + 4, again.y, { steps: 8 });
  await page.mouse.move(again.x + 5, again.y, { steps: 2 });
  await expect(page.locator('.snap-guide')).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Control');

  const mean = await headOf(page, 'Mean');
  await page.keyboard.down('Alt');
  await pull(page, mean, { x: mean.x + 40, y: mean.y - 90 });
  await page.keyboard.up('Alt');
  await expect(nodeOf(page, 'Mean')).toHaveCount(2);
  await expect(link(page, 'Decision of Mean to Goal')).toBeVisible();

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+Shift+t');
  const tops = await page
    .locator('.react-flow__node')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
});

test('nodes are spread evenly by command, and the overview shows other parts of the swarm', async ({
  page,
}) => {
  const names = ['Data', 'Ann', 'Goal'];
  for (const name of names)
    await nodeOf(page, name).click({ position: { x: 70, y: 14 }, modifiers: ['Shift'] });
  /** Pixels from each to the next. */
  const gaps = async (): Promise<number[]> => {
    const boxes = await Promise.all(names.map((name) => middleOf(nodeOf(page, name))));
    return boxes.slice(1).map(({ x, width }, at) => {
      const before = boxes[at];
      return before === undefined ? 0 : x - width / 2 - (before.x + before.width / 2);
    });
  };
  const unevenness = async (): Promise<number> => {
    const [first = 0, second = 0] = await gaps();
    return Math.abs(first - second);
  };
  expect(await unevenness()).toBeGreaterThan(50);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('distribute horizontally');
  await page.keyboard.press('Enter');
  await expect.poll(unevenness).toBeLessThan(2);
  await page.keyboard.press('Control+z');
  await expect.poll(unevenness).toBeGreaterThan(50);

  // A press on the overview brings that part into the middle.
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let times = 0; times < 4; times += 1) await zoomIn.click();
  const goal = nodeOf(page, 'Goal');
  const overview = page.locator('.overview');
  const box = await middleOf(overview);
  await page.mouse.click(box.x - box.width / 2 + 12, box.y);
  await expect(goal).not.toBeInViewport();
  await page.mouse.click(box.x + box.width / 2 - 16, box.y);
  await expect(goal).toBeInViewport();
});

test('the list of steps goes back and forward to any of them', async ({ page }) => {
  for (const kind of ['Hub', 'Probe', 'Shard']) {
    await page.keyboard.press('/');
    await page.keyboard.type(kind);
    await page.keyboard.press('Enter');
    await expect(nodeOf(page, kind)).toBeVisible();
  }
  await page.getByRole('button', { name: 'All steps, to go back or forward to' }).click();
  const steps = page.getByRole('menu', { name: 'Steps' });
  await expect(steps.getByRole('menuitemradio')).toHaveText([
    /add shard/,
    /add probe/,
    /add hub/,
    /as it was opened/,
  ]);
  await steps.getByRole('menuitemradio', { name: 'add hub' }).click();
  await expect(nodeOf(page, 'Probe')).toHaveCount(0);
  await expect(nodeOf(page, 'Hub')).toBeVisible();
  await page.keyboard.press('Control+Alt+z');
  await steps.getByRole('menuitemradio', { name: 'add shard' }).click();
  await expect(nodeOf(page, 'Shard')).toBeVisible();
});

test('menus of ports, nodes and selections; by keyboard they open at the node', async ({ page }) => {
  const menu = page.getByRole('menu');
  await portOf(page, 'Bob', 'Prediction', 'out').click({ button: 'right' });
  await expect(menu.getByRole('menuitem', { name: 'Delete the links of this port' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await menu.getByRole('menuitem', { name: 'Add a node that fits…' }).click();
  await page.keyboard.type('dataset');
  await expect(page.getByText(/Dataset takes no prediction of Bob/)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('vote');
  await page.keyboard.press('Enter');
  await expect(link(page, 'Prediction of Bob to Vote')).toBeVisible();

  await nodeOf(page, 'Ann').click({ position: { x: 70, y: 14 } });
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem', { name: 'Link the node…' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(nodeOf(page, 'Ann')).toBeFocused();
  await page.keyboard.press('Control+Shift+a');
  await nodeOf(page, 'Ann').click({ button: 'right', position: { x: 70, y: 14 } });
  await expect(menu.getByRole('menuitem', { name: 'Align middles' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('paste');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('arrange the selected');
  await expect(page.getByRole('option', { name: /Arrange the selected nodes/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.type('undo');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Ctrl Z')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Zoom in')).toHaveCount(0);
});

test('copies go to another window and to the pointer; foreign text changes nothing', async ({
  page,
  context,
  home,
  shell,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await nodeOf(page, 'Ann').click({ position: { x: 70, y: 14 } });
  await nodeOf(page, 'Mean').click({ position: { x: 70, y: 14 }, modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 2 nodes.')).toBeVisible();

  await expect.poll(() => keptDrafts(home)).toContain('Named'); // what another window opens with
  const other = await context.newPage();
  await other.goto(shell.url);
  await expect(nodeOf(other, 'Goal')).toBeVisible();
  await other.keyboard.press('Alt+n');
  await expect(other.getByRole('heading', { name: 'An empty sea' })).toBeVisible();
  await other.mouse.move(500, 300);
  await other.keyboard.press('Control+v');
  await expect(nodeOf(other, 'Ann')).toBeVisible();
  await expect(link(other, 'Prediction of Ann to Mean')).toBeVisible();
  const [ann, mean] = [await middleOf(nodeOf(other, 'Ann')), await middleOf(nodeOf(other, 'Mean'))];
  expect(Math.abs((ann.x + mean.x) / 2 - 500)).toBeLessThan(40);
  expect(Math.abs((ann.y + mean.y) / 2 - 300)).toBeLessThan(140);

  for (const text of ['hello', '{"type":"shuurai/nodes","version":1}', '[1, 2']) {
    await other.evaluate((foreign) => navigator.clipboard.writeText(foreign), text);
    await other.keyboard.press('Control+v');
    await expect(other.getByText('The clipboard holds no nodes of a swarm.')).toBeVisible();
  }
  await expect(other.locator('.react-flow__node')).toHaveCount(2);
  await other.close();
});

test('a window of half the size has everything', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.keyboard.press('Shift+1');
  const panels = page.getByRole('navigation', { name: 'Panels' });
  for (const [panel, content] of [
    ['Palette', page.getByRole('toolbar', { name: 'Palette' })],
    ['Inspector', page.getByLabel('Name of the swarm')],
    ['Runs', page.getByRole('tab', { name: 'Learning' })],
  ] as const) {
    await panels.getByRole('button', { name: panel }).click();
    await expect(content).toBeInViewport();
    await panels.getByRole('button', { name: panel }).click();
    await expect(content).toBeHidden();
  }
  for (const name of ['File', 'Templates', 'Run'])
    await expect(page.getByRole('banner').getByRole('button', { name, exact: true })).toBeInViewport();
  // From the bar of panels on: toolbar, then the canvas, its first node, its settings.
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(page.getByRole('application', { name: 'Canvas of the swarm' })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name of the node')).toBeFocused();
  await expect(page.getByLabel('Name of the node')).toBeInViewport();
});

test('a list fades at the edge beyond which it goes on, and at no other', async ({ page }) => {
  const list = page.locator('.palette-list');
  const fades = () =>
    list.evaluate((element) => {
      const style = getComputedStyle(element);
      return ['--scroll-before', '--scroll-after'].map(
        (name) => Number.parseFloat(style.getPropertyValue(name)) > 2,
      );
    });
  const scrollTo = (top: number) =>
    list.evaluate((element, to) => {
      element.scrollTop = to;
    }, top);
  await expect.poll(fades).toEqual([false, true]);
  await scrollTo(120);
  await expect.poll(fades).toEqual([true, true]);
  await scrollTo(99_999);
  await expect.poll(fades).toEqual([true, false]);
  await page.getByPlaceholder('Search nodes').fill('cascade');
  await expect.poll(fades).toEqual([false, false]);
});
