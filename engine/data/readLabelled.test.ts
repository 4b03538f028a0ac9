import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin, classify, dataset, file, texts } from './datasets.testing.ts';
import { encodeTexts } from './encodeTexts.ts';
import { expectUnreadable, type TemporaryFiles, temporaryFiles } from './files.testing.ts';
import { readLabelled } from './readLabelled.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());

describe('new texts and test files', () => {
  it('encodes as in training', async () => {
    const data = await classify([dataset(builtin('sentiment'))]);
    const encoded = encodeTexts(data, [data.train.text(0), '', 'never-seen 🐟']);
    expect([...encoded.tokens.subarray(0, 24)]).toEqual([...data.train.tokens.subarray(0, 24)]);
    expect([...encoded.lengths.subarray(1)]).toEqual([1, 5]);
    expect([...encoded.tokens.subarray(48, 53)].slice(1)).toContain(1);
  });

  it('reads a test file with the training columns and names unknown labels', async () => {
    const path = await files.write(
      'e.csv',
      'id,body,kind\n1,one text,a\n2,two text,b\n3,more text,a\n4,last text,b\n',
    );
    const source = file(path, { textColumn: 'body', labelColumn: 'kind' });
    const data = await classify([dataset(source)]);
    const good = await files.write('e1.csv', 'kind,id,body\nb,9,other text\na,8,again\n');
    const test = await readLabelled(good, data, { source });
    expect([...test.examples.labels]).toEqual([1, 0]);
    expect(texts(test.examples)).toEqual(['other text', 'again']);
    const bad = await files.write('e2.csv', 'kind,id,body\nB,9,other\na,8,again\n');
    await expectUnreadable(
      readLabelled(bad, data, { source }),
      /labels the swarm was not trained on: "B"\. It knows "a" and "b"/,
    );
    const headless = await files.write('e3.csv', 'b,9,other\na,8,again\n');
    await expectUnreadable(readLabelled(headless, data, { source }), /no column "body"/);
  });
});
