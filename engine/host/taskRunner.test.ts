import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templateWith } from '../document/templateWith.testing.ts';
import { TaskRunner } from './taskRunner.ts';

const DOCUMENT = JSON.stringify(templateWith('distributed', {}));

describe('the thread for tasks', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'shuurai-tasks-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('is let go while it starts its executors, again and again, and the process lives on', async () => {
    for (const wait of [0, 150, 300, 450, 600]) {
      const runner = new TaskRunner(home);
      const executors = runner.run({ kind: 'executors' }).then(
        () => 'answered',
        (error: { code: string }) => error.code,
      );
      const later = runner.run({ kind: 'estimate', document: DOCUMENT, nodes: null }).then(
        () => 'answered',
        (error: { code: string }) => error.code,
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      await runner.close();
      expect(['answered', 'interrupted']).toContain(await executors);
      expect(['answered', 'interrupted']).toContain(await later);
    }
  });

  it('starts anew after it was closed', async () => {
    const runner = new TaskRunner(home);
    await runner.close();
    await expect(runner.run({ kind: 'executors' })).resolves.toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'tfjs' })]),
    );
    await runner.close();
  });
});
