import { describe, expect, it } from 'vitest';
import { newDocument } from './create.ts';
import { documentText } from './documentText.ts';
import { readDocument } from './parse.ts';
import { serialize } from './serialize.ts';

const named = newDocument();
named.meta.name = 'Fische im Ärmelkanal 🐟';
const text = serialize(named);
const little = Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the text of a swarm file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, low byte first', little],
    ['UTF-16, high byte first', Buffer.from(little).swap16()],
  ])('is read from %s', (_name, bytes) => {
    expect(documentText(bytes)).toBe(text);
    expect(readDocument(documentText(bytes), 'a.swarm').meta.name).toBe('Fische im Ärmelkanal 🐟');
  });

  it('that is no text is said to be none', () => {
    expect(() => readDocument(documentText(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), 'a.swarm')).toThrow(
      /a character that is not text/,
    );
    expect(() => readDocument(documentText(Uint8Array.of(0xff, 0xfe)), 'a.swarm')).toThrow(/is empty/);
  });
});
