/**
 * Where a worker or process of this folder lies: its TypeScript source in a checkout (Node strips the types), its
 * bundle in a package, where this code may itself lie in a shared chunk one folder deeper.
 */
export function workerUrl(name: 'runWorker' | 'taskWorker' | 'appProcess', from = import.meta.url): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from);
  return new URL(from.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, from);
}
