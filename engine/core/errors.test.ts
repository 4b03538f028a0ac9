import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { toShuuraiError } from './errors.ts';

describe('an unknown error', () => {
  it('of a database without room is a full disk', () => {
    const db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE t (x); PRAGMA max_page_count = 3');
    let thrown: unknown = null;
    try {
      db.exec('INSERT INTO t VALUES (zeroblob(100000))');
    } catch (full) {
      thrown = full;
    }
    expect(toShuuraiError(thrown)).toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/^The disk is full: .* Free some space/),
    });
    db.close();
  });

  it('stays what it is, as an internal one', () => {
    expect(toShuuraiError(new TypeError('x is not a function'))).toMatchObject({
      code: 'internal',
      message: 'x is not a function',
    });
  });
});
