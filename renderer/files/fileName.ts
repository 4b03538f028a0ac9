/** A file name for a document: what file systems forbid becomes a hyphen. */
export function fileNameOf(name: string, ending: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const safe = name.replaceAll(/[<>:"/\\|?*\u0000-\u001f]+/g, '-').replaceAll(/^[. ]+|[. ]+$/g, '');
  return `${safe === '' ? 'swarm' : safe.slice(0, 100)}.${ending}`;
}
