import { documentText } from '#engine/document/documentText.ts';

/** The text of a file a person gave, be it UTF-8 or UTF-16. */
export const textOfFile = async (file: Blob): Promise<string> =>
  documentText(new Uint8Array(await file.arrayBuffer()));
