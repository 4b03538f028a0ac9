import { globSync } from 'node:fs';

/** Sources whose texts a person may read on the screen, by path from the root; the command line speaks English only. */
export const sourceFiles = (root: string, folders = 'engine,renderer,electron'): readonly string[] =>
  globSync(`{${folders}}/**/*.{ts,tsx}`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => !/\.(test|testing|d)\.tsx?$/.test(path) && !/^(engine\/cli|renderer\/languages)\//.test(path),
    )
    .toSorted();
