/** The part of js-yaml (which brings no types) that ./yaml.ts uses. */
declare module 'js-yaml' {
  /** How far the reader is; the same object in every call. */
  interface LoaderState {
    /** Where it reads now, an offset into the text. */
    readonly position: number;
    /** Of the node just read. */
    readonly result: unknown;
  }
  interface LoadOptions {
    readonly schema: unknown;
    readonly maxDepth: number;
    /** Hears where a node begins (perhaps after spaces still) and that it has ended. */
    readonly listener: (event: 'open' | 'close', state: LoaderState) => void;
  }
  /** JSON's types and nothing more: no dates, no merge keys. */
  export const CORE_SCHEMA: unknown;
  export function load(text: string, options: LoadOptions): unknown;
  export class YAMLException extends Error {
    readonly reason: string;
    /** Line and column from 0; absent where it concerns the whole text. */
    readonly mark?: { readonly line: number; readonly column: number };
  }
}
