import { keptDrafts } from '../keptDrafts.ts';
import { beginEmpty, openFile } from '../person.ts';
import { expect, test } from '../test.ts';

/** A file of the browser's private folder stands for one on disk: the same handles, without a system dialogue. */
const pickers = `
  window.showOpenFilePicker = async () => {
    const folder = await navigator.storage.getDirectory();
    return [await folder.getFileHandle('shared.swarm')];
  };
`;
const write = async (name: string) => {
  const folder = await navigator.storage.getDirectory();
  const stream = await (await folder.getFileHandle('shared.swarm', { create: true })).createWritable();
  await stream.write(JSON.stringify({ version: 1, meta: { name }, nodes: {}, links: {} }));
  await stream.close();
};
const onDisk = async () => {
  const folder = await navigator.storage.getDirectory();
  return (await (await folder.getFileHandle('shared.swarm')).getFile()).text();
};

test('a file that somebody else changed is never overwritten unasked, and nothing of it is lost', async ({
  page,
}) => {
  await beginEmpty(page);
  await page.evaluate(write, 'First');
  await page.evaluate(pickers);
  await page.keyboard.press('Control+o');
  const name = page.getByRole('textbox', { name: 'Name of the swarm' });
  await expect(name).toHaveValue('First');

  // While the tab has an edit of its own, the file changes; saving asks.
  await name.fill('Mine');
  await page.evaluate(write, 'Theirs');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: '“shared.swarm” was changed by another program' });
  await dialog.getByRole('button', { name: 'Open theirs as a copy' }).click();
  await expect(name).toHaveValue('Theirs');
  expect(await page.evaluate(onDisk)).toContain('Theirs');

  // Back in the tab: now mine goes over it.
  await page.getByRole('tab', { name: /Mine/ }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved “shared.swarm”.')).toBeVisible();
  expect(await page.evaluate(onDisk)).toContain('Mine');

  // Changed once more with nothing unsaved here: noticed without being asked, and theirs is taken, which can be undone.
  await page.evaluate(write, 'Theirs again');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(name).toHaveValue('Theirs again');
  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue('Mine');
});

test('what became of a file while the application was closed is noticed when its tab comes back', async ({
  page,
  home,
}) => {
  await beginEmpty(page);
  const application = page.url();
  const away = async (shown: string, meanwhile: () => Promise<void>) => {
    await expect.poll(() => keptDrafts(home)).toEqual(['Untitled', shown]);
    await page.goto(new URL('/icon.svg', application).href);
    await meanwhile();
    await page.goto(application);
  };
  await page.evaluate(write, 'First');
  await page.evaluate(pickers);
  await page.keyboard.press('Control+o');
  const name = page.getByRole('textbox', { name: 'Name of the swarm' });
  await expect(name).toHaveValue('First');

  await away('First', () => page.evaluate(write, 'Theirs'));
  const dialog = page.getByRole('dialog', { name: '“shared.swarm” was changed by another program' });
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(name).toHaveValue('Theirs');
  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue('First');
  await page.keyboard.press('Control+Shift+z');

  await away('Theirs', () =>
    page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('shared.swarm')),
  );
  await expect(page.getByText('“shared.swarm” is no longer on disk.')).toBeVisible();
  await expect(name).toHaveValue('Theirs');
  await expect(page.getByRole('img', { name: 'not saved to a file' })).toBeVisible();
});

test('unnamed swarms are all there after a crash of the page, in their order and with the one that was shown', async ({
  page,
  home,
}) => {
  await beginEmpty(page);
  const name = page.getByRole('textbox', { name: 'Name of the swarm' });
  await name.fill('One');
  for (const title of ['Two', 'Three']) {
    await openFile(page, `${title}.swarm`, JSON.stringify({ version: 1, meta: { name: title } }));
    await expect(name).toHaveValue(title);
    await name.fill(`${title} edited`);
  }
  const tabs = page.getByRole('tablist', { name: 'Open swarms' }).getByRole('tab');
  await tabs.nth(1).click();
  await expect(name).toHaveValue('Two edited');
  await expect.poll(() => keptDrafts(home)).toEqual(['One', 'Two edited', 'Three edited']);
  await page.goto('about:blank'); // nothing of the page is asked, as when it dies
  await page.goBack();
  await expect(tabs).toHaveText([/One/, /Two edited/, /Three edited/]);
  await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true');
});
