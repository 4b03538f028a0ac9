import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type Compressors, parquetMetadata, parquetRead } from 'hyparquet';
import { t } from '../../core/text.ts';
import { columnNames, type RawTable } from './rawTable.ts';
import { MAX_FILE_BYTES } from './readFileBytes.ts';
import { unreadable } from './unreadable.ts';

/** A page never unpacks to more than this, whatever a hostile header says. */
const limit = { maxOutputLength: MAX_FILE_BYTES };
const compressors: Compressors = {
  GZIP: (input) => gunzipSync(input, limit),
  BROTLI: (input) => brotliDecompressSync(input, limit),
  ZSTD: (input) => zstdDecompressSync(input, limit),
};

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
  }
  return String(value);
}

/** A Parquet file (uncompressed, Snappy, gzip, Brotli or Zstandard). */
export async function readParquet(bytes: Uint8Array, path: string): Promise<RawTable> {
  // hyparquet wants a buffer that begins at 0.
  const file = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(file);
    const values: unknown[][] = [];
    await parquetRead({
      file,
      metadata,
      compressors,
      onComplete: (rows) => {
        for (const row of rows) values.push(Array.isArray(row) ? row : Object.values(row));
      },
    });
    const names = (metadata.schema[0]?.num_children ?? 0) > 0 ? topLevelNames(metadata.schema) : [];
    const columns = columnNames(names);
    const rows = values.map((row) => columns.map((_, i) => cell(row[i])));
    return {
      columns,
      rows,
      lines: rows.map((_, i) => i + 1),
      problems: [],
      format: { kind: 'parquet', encoding: 'binary', delimiter: null, header: true },
    };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw unreadable(t`"${path}" looks like a Parquet file, but cannot be read: ${reason}.`, path, thrown);
  }
}

/** The children of the schema's root: the schema is a tree written in depth-first order. */
function topLevelNames(schema: readonly { name: string; num_children?: number }[]): string[] {
  const names: string[] = [];
  let open = 0;
  for (const element of schema.slice(1)) {
    if (open === 0) names.push(element.name);
    else open -= 1;
    open += element.num_children ?? 0;
  }
  return names;
}
