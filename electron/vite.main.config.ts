import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** The main process, one ES module. Node's own modules and Electron stay imports. */
export default defineConfig({
  build: {
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    ssr: 'electron/main.ts',
    rolldownOptions: {
      external: ['electron', ...builtinModules, /^node:/],
      output: { entryFileNames: 'main.js', format: 'es', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
