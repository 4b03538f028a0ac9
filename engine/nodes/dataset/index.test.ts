import { expect, it } from 'vitest';
import { lower } from '../../compile/lower.ts';
import { trainTokenizer } from '../../data/tokenizers/trainTokenizer.ts';
import { readDocument } from '../../document/parse.ts';
import { serialize } from '../../document/serialize.ts';

function swarm(params: object): string {
  const position = { x: 0, y: 0 };
  const link = (from: string, to: string, port: string): object => ({
    from: { node: from, port },
    to: { node: to, port },
  });
  return JSON.stringify({
    version: 1,
    nodes: {
      data: { kind: 'dataset', position, params },
      fish: { kind: 'fish', position, params: {} },
      goal: { kind: 'goal', position, params: {} },
    },
    links: { a: link('data', 'fish', 'examples'), b: link('fish', 'goal', 'prediction') },
  });
}

/** The words of training that the tokenizer of this document knows. */
function known(text: string): string[] {
  const [dataset] = lower(readDocument(text, 'the swarm')).datasets;
  const tokenizer = trainTokenizer(['red fish', 'blue fish', 'red sea'], dataset!.tokenizer);
  return ['red', 'fish', 'blue', 'sea'].filter((word) => tokenizer.decode(tokenizer.encode(word)) === word);
}

it('takes a word seen once for unknown, unless the document says otherwise', () => {
  expect(known(swarm({}))).toEqual(['red', 'fish']);
  expect(known(swarm({ minFrequency: 1 }))).toEqual(['red', 'fish', 'blue', 'sea']);
});

it('[D2] is written with what it means, so that a file keeps its words when a default changes', () => {
  const text = serialize(readDocument(swarm({ minFrequency: 1 }), 'the swarm'));
  expect(known(text)).toEqual(['red', 'fish', 'blue', 'sea']);
  expect(serialize(readDocument(swarm({}), 'the swarm'))).toContain('"minFrequency": 2');
});
