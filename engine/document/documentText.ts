/** What the first bytes of a file say of the encoding of the rest. */
const MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a swarm file: UTF-16 of either order where it begins with that mark (RFC 2781), which is what a shell's `>` writes on
 * Windows, else UTF-8, with a mark or without one. The mark is no part of the text; bytes that are no text stand as U+FFFD.
 */
export function documentText(bytes: Uint8Array): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  return new TextDecoder(marked?.encoding ?? 'utf-8').decode(bytes);
}
