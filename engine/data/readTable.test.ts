import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectUnreadable,
  NEEDS_DATA,
  SHARED_DATA,
  type TemporaryFiles,
  temporaryFiles,
} from './files.testing.ts';
import { quotedRecords } from './readers/quotedRecords.ts';
import { readTable } from './readTable.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());

function countsOf(rows: readonly (readonly string[])[], column: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column]!] = (counts[row[column]!] ?? 0) + 1;
  return counts;
}

describe.skipIf(SHARED_DATA === null)(`the raw public data sets${NEEDS_DATA}`, () => {
  const read = (name: string) => readTable(join(SHARED_DATA ?? '', name));

  it.each([
    ['ag_news/train_5000.csv', 5000, 'csv', 'utf-8', false],
    ['ag_news/test.csv', 7600, 'csv', 'utf-8', false],
    ['ag_news/extra_world_scitech_4000.csv', 4000, 'csv', 'utf-8', false],
    ['sms_spam/SMSSpamCollection', 5574, 'tsv', 'utf-8', false],
    ['sst2/stsa.binary.train', 6920, 'label-space-text', 'utf-8', false],
    ['sst2/stsa.binary.dev', 872, 'label-space-text', 'utf-8', false],
    ['sst2/stsa.binary.test', 1821, 'label-space-text', 'utf-8', false],
    ['trec/TREC.train.all', 5452, 'label-space-text', 'latin-1', false],
    ['trec/TREC.train.raw', 5452, 'label-space-text', 'latin-1', false],
    ['trec/TREC.test.all', 500, 'label-space-text', 'utf-8', false],
    ['trec/TREC.test.raw', 500, 'label-space-text', 'utf-8', false],
    ['names/names.txt', 32033, 'text', 'utf-8', false],
    ['tinyshakespeare/input.txt', 7222, 'play', 'utf-8', false],
    ['clean/sst2/train.csv', 6920, 'csv', 'utf-8', true],
    ['clean/sst2/dev.csv', 872, 'csv', 'utf-8', true],
    ['clean/sst2/test.csv', 1821, 'csv', 'utf-8', true],
    ['clean/trec/train.csv', 5452, 'csv', 'utf-8', true],
    ['clean/trec/test.csv', 500, 'csv', 'utf-8', true],
    ['clean/ag_news/train.csv', 5000, 'csv', 'utf-8', true],
    ['clean/ag_news/test.csv', 7600, 'csv', 'utf-8', true],
    ['clean/sms_spam/train.csv', 4136, 'csv', 'utf-8', true],
    ['clean/sms_spam/test.csv', 1035, 'csv', 'utf-8', true],
  ] as const)('%s has %i rows', async (name, rows, kind, encoding, header) => {
    const table = await read(name);
    expect(table.rows.length).toBe(rows);
    expect(table.format).toMatchObject({ kind, encoding, header });
    expect(table.problems).toEqual([]);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('keeps class counts and stray quotes', async () => {
    const sms = await read('sms_spam/SMSSpamCollection');
    expect(countsOf(sms.rows, 0)).toEqual({ ham: 4827, spam: 747 });
    expect(sms.rows.some((row) => row[1]!.startsWith('"Pete can you please ring'))).toBe(true);
    expect(sms.rows.some((row) => row[1]!.includes('\r'))).toBe(false);
    expect(new Set(sms.rows.map((row) => row.join('\t'))).size).toBe(5171);
    expect(countsOf((await read('trec/TREC.train.all')).rows, 0)).toEqual({
      0: 1162,
      1: 1250,
      2: 86,
      3: 1223,
      4: 835,
      5: 896,
    });
    expect(countsOf((await read('ag_news/train_5000.csv')).rows, 1)).toEqual({
      0: 1259,
      1: 1257,
      2: 1281,
      3: 1203,
    });
  });

  it('reads the roles of the plays', async () => {
    const play = await read('tinyshakespeare/input.txt');
    expect(play.columns).toEqual(['speaker', 'text']);
    expect(new Set(play.rows.map((row) => row[0])).size).toBe(309);
    // Its SOURCE.md counts the line end of each turn too.
    const characters = new Map<string, number>();
    for (const [speaker, text] of play.rows) {
      characters.set(speaker!, (characters.get(speaker!) ?? 0) + text!.length + 1);
    }
    expect([...characters.values()].reduce((a, b) => a + b)).toBe(1_027_977);
    expect(characters.get('GLOUCESTER')).toBe(37_634);
    expect([...characters.values()].filter((count) => count >= 10_000).length).toBe(36);
    expect([...characters.values()].filter((count) => count >= 2_000).length).toBe(99);
    const lines = await readTable(join(SHARED_DATA ?? '', 'tinyshakespeare/input.txt'), { format: 'text' });
    expect(lines.columns).toEqual(['text']);
  });
});

describe('delimited files', () => {
  it('finds delimiter, header and quoting', async () => {
    const cases: [string, string, { delimiter: string; header: boolean }][] = [
      ['a.csv', 'text,label\r\n"a, ""b""\nc",x\r\nd,y\r\n', { delimiter: ',', header: true }],
      ['b.csv', 'text;label\na, b;x\nc, d, e;y\n', { delimiter: ';', header: true }],
      ['c.txt', 'label|sentence\nx|one, two\ny|three\n', { delimiter: '|', header: true }],
      ['d', 'spam\tone "two\nham\tthree\nham\tfour" five\n', { delimiter: '\t', header: false }],
      ['e.tsv', 'id\tcomment\n1\t"a\tb"\n2\t"c"\n', { delimiter: '\t', header: true }],
    ];
    for (const [name, content, format] of cases) {
      expect((await readTable(await files.write(name, content))).format, name).toMatchObject(format);
    }
    expect((await readTable(join(files.folder, 'a.csv'))).rows).toEqual([
      ['a, "b"\nc', 'x'],
      ['d', 'y'],
    ]);
    expect((await readTable(join(files.folder, 'd'))).rows[0]).toEqual(['spam', 'one "two']);
    expect((await readTable(join(files.folder, 'e.tsv'))).rows[0]).toEqual(['1', 'a\tb']);
  });

  it('obeys what the user said', async () => {
    const path = await files.write('f.csv', 'text,label\na,x\n');
    expect((await readTable(path, { header: false })).rows.length).toBe(2);
    expect((await readTable(path, { header: false })).columns).toEqual(['column 0', 'column 1']);
    expect((await readTable(path, { delimiter: ';', header: true })).columns).toEqual(['text,label']);
  });

  it.each([
    ['UTF-8 with mark', Buffer.from('\ufefftext,label\ncafé,x\n'), 'utf-8'],
    ['UTF-16 LE with mark', Buffer.from('\ufefftext,label\ncafé,x\n', 'utf16le'), 'utf-16'],
    ['UTF-16 BE with mark', Buffer.from('\ufefftext,label\ncafé,x\n', 'utf16le').swap16(), 'utf-16'],
    ['UTF-16 without mark', Buffer.from('text,label\ncafé,x\n', 'utf16le'), 'utf-16'],
    ['Latin-1', Buffer.from('text,label\ncafé,x\n', 'latin1'), 'latin-1'],
  ] as const)('decodes %s', async (name, bytes, encoding) => {
    const table = await readTable(await files.write(`${name}.csv`, bytes));
    expect(table.columns).toEqual(['text', 'label']);
    expect(table.rows).toEqual([['café', 'x']]);
    expect(table.format.encoding).toBe(encoding);
  });

  it('reads back any table that was written as CSV', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', ' ', 'é'), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const { records, problems } = quotedRecords(Papa.unparse(rows, { newline: '\n' }), ',', 'memory');
          expect(problems).toEqual([]);
          expect(records).toEqual(rows);
        },
      ),
    );
  });

  it('gives columns names that are safe and distinct', async () => {
    const path = await files.write('g.csv', 'text,text,,__proto__,constructor,label\na,b,c,d,e,x\n');
    const table = await readTable(path, { header: true });
    expect(table.columns).toEqual(['text', 'text (2)', 'column 2', '__proto__', 'constructor', 'label']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect('d' in {}).toBe(false);
  });
});

describe('other formats', () => {
  it('JSONL: keys in order of appearance, missing ones empty, hostile ones harmless', async () => {
    const path = await files.write(
      'a.jsonl',
      '{"text":"one","label":1}\n{"label":true,"__proto__":{"polluted":1},"more":[1,{"a":2}]}\n\n{"text":null}\n',
    );
    const table = await readTable(path);
    expect(table.columns).toEqual(['text', 'label', '__proto__', 'more']);
    expect(table.rows).toEqual([
      ['one', '1', '', ''],
      ['', 'true', '{"polluted":1}', '[1,{"a":2}]'],
      ['', '', '', ''],
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect((await readTable(await files.write('b.json', '[{"text":"a"},{"text":"b"}]'))).rows.length).toBe(2);
    await expectUnreadable(
      readTable(await files.write('c.jsonl', '{"text":"a"}\n[1]\n{bad\n')),
      /^2 rows .*line 2/,
    );
  });

  it('Parquet, with numbers and missing values', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'text', data: ['one', 'zwei é', 'three'], type: 'STRING' },
        { name: 'label', data: [0n, 1n, 12n], type: 'INT64' },
        { name: 'score', data: [0.5, null, 2], type: 'DOUBLE' },
      ],
    });
    const path = await files.write('a.parquet', new Uint8Array(buffer));
    const table = await readTable(path);
    expect(table.format.kind).toBe('parquet');
    expect(table.columns).toEqual(['text', 'label', 'score']);
    expect(table.rows).toEqual([
      ['one', '0', '0.5'],
      ['zwei é', '1', ''],
      ['three', '12', '2'],
    ]);
    const half = await files.write('half.parquet', new Uint8Array(buffer).subarray(0, 60));
    await expectUnreadable(readTable(half), /Parquet file, but cannot be read/);
  });

  it('label space text: __label__ and rows without text', async () => {
    const path = await files.write(
      'a.train',
      '__label__pos good film\n__label__neg bad film\n__label__pos fine\n',
    );
    expect((await readTable(path)).rows[0]).toEqual(['pos', 'good film']);
    const broken = await files.write('b.all', `${'0 yes\n1 no\n'.repeat(100)}1\n`);
    await expectUnreadable(readTable(broken), /line 201: The line has no text/);
  });

  it('plain prose is text, a script is a play', async () => {
    const prose = await files.write('a.txt', 'Once upon a time, there was a fish.\n\nIt swam, and swam.\n');
    expect((await readTable(prose)).rows.length).toBe(2);
    const turns = 'ANN:\nHello,\nthere.\n\nBOB:\nYes.\n\nAnd no.\n\n'.repeat(5);
    const play = await readTable(await files.write('b.txt', turns));
    expect(play.format.kind).toBe('play');
    expect(play.rows.slice(0, 2)).toEqual([
      ['ANN', 'Hello,\nthere.'],
      ['BOB', 'Yes.\n\nAnd no.'],
    ]);
  });
});

describe('bad input is met with a sentence', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.csv', '', /is empty \(0 bytes\)/],
    ['blank.csv', ' \n\n \t\n', /nothing but blank space/],
    ['binary.csv', Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256), /is a binary file/],
    ['table.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /ZIP archive or an Excel/],
    ['picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /PNG picture/],
    ['header.csv', 'text,label\n', /has no readable row/],
    ['lines.jsonl', 'not json\nneither\n', /2 rows .* cannot be read/],
  ])('%s', async (name, content, message) => {
    await expectUnreadable(readTable(await files.write(name, content)), message);
  });

  it('a missing file, a folder, a pipe, a NUL in the path, a file above the limit', async () => {
    await expectUnreadable(readTable(join(files.folder, 'none.csv')), /There is no file/);
    await expectUnreadable(readTable(files.folder), /is a folder/);
    await expectUnreadable(readTable(''), /No file is chosen/);
    await expectUnreadable(readTable('a\0b'), /NUL character/);
    const path = await files.write('large.csv', 'text,label\na,b\n');
    if (process.platform !== 'win32') {
      const pipe = join(files.folder, 'pipe.csv');
      execFileSync('mkfifo', [pipe]);
      await expectUnreadable(readTable(pipe), /is not an ordinary file/);
    }
    await expectUnreadable(readTable(path, { maxBytes: 5 }), /has 15 bytes; at most 5 bytes can be read/);
  });

  it('ragged rows: how many, where, how to allow it; left out once allowed', async () => {
    const path = await files.write('ragged.csv', 'text,label\na,x\nb\nc,y,z\nd,x\n"e\ne",x,extra\nf,y,,\n');
    await expectUnreadable(
      readTable(path, { nodeId: 'd1' }),
      /^4 rows of .* cannot be read; line 3: The row has 1 column; 2 are expected\. line 4: .*--set nodes\.d1\.params\.skipBadRows=true/,
    );
    const table = await readTable(path, { skipBadRows: true });
    expect(table.rows).toEqual([
      ['a', 'x'],
      ['d', 'x'],
      ['f', 'y'],
    ]);
    expect(table.problems.map((problem) => problem.line)).toEqual([3, 4, 6, 7]);
  });

  it('an unclosed quote costs its own line only', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => (i === 50 ? '"never closed,x' : `row ${i},"y"`));
    const path = await files.write('quote.csv', `text,label\n${rows.join('\n')}\n`);
    const table = await readTable(path, { skipBadRows: true });
    expect(table.rows.length).toBe(199);
    expect(table.problems).toEqual([{ line: 52, message: expect.stringMatching(/quotation mark/) }]);
  });

  it('a file full of unclosed quotes is given up instead of read for ever', async () => {
    const line = `"${'word '.repeat(40)},x\n`;
    const path = await files.write('quotes.csv', line.repeat(20_000));
    await expectUnreadable(
      readTable(path, { delimiter: ',', skipBadRows: true }),
      /quotation marks .* broken/,
    );
  });

  it('rows with NUL bytes or broken UTF-8 are problems, not examples', async () => {
    const many = 'plain text,x\n'.repeat(2000);
    const nul = await files.write('nul.csv', `text,label\n${many}a\0b,x\n`);
    await expectUnreadable(readTable(nul), /line 2002: The row contains a NUL byte/);
    expect((await readTable(nul, { skipBadRows: true })).rows.length).toBe(2000);
    const broken = Buffer.concat([
      Buffer.from('text,label\né,x\nü,x\nö,x\nä,x\nß,x\n'),
      Buffer.from([0xff, 0x2c, 0x78, 10]),
    ]);
    await expectUnreadable(readTable(await files.write('utf8.csv', broken)), /line 7: .* not UTF-8/);
  });

  it('no bytes whatever make a reader fail otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('x.csv', 'x.tsv', 'x.jsonl', 'x.txt', 'x', 'x.parquet'),
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({
            unit: fc.constantFrom('"', ',', '\n', '\t', 'a', '{', '}', '[', ':', ' ', '0'),
            maxLength: 80,
          }),
          fc
            .uint8Array({ maxLength: 100 })
            .map((bytes) => Uint8Array.from([0x50, 0x41, 0x52, 0x31, ...bytes])),
        ),
        async (name, content) => {
          const path = await files.write(name, content);
          const result = await readTable(path).catch((thrown: unknown) => thrown);
          if (result instanceof Error) expect(result).toMatchObject({ code: 'data-unreadable' });
          else expect(result).toHaveProperty('rows');
        },
      ),
      { numRuns: 300 },
    );
  });
});
