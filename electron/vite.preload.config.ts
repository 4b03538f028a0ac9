import { defineConfig } from 'vite';

/** The preload script: a sandboxed preload must be one CommonJS file. */
export default defineConfig({
  build: {
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    ssr: 'electron/preload.ts',
    rolldownOptions: {
      external: ['electron'],
      output: { entryFileNames: 'preload.cjs', format: 'cjs' },
    },
  },
  ssr: { noExternal: true },
});
