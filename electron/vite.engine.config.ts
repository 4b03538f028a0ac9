import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/**
 * The engine for the packaged application: its processes, its workers and the command line, as ES modules
 * beside each other. Packages with native or WebAssembly files stay in node_modules.
 */
export default defineConfig({
  build: {
    outDir: 'dist/engine',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: {
        process: 'engine/host/process.ts',
        runWorker: 'engine/host/runWorker.ts',
        taskWorker: 'engine/host/taskWorker.ts',
        appProcess: 'engine/host/appProcess.ts',
        cli: 'engine/cli/main.ts',
      },
      external: [...builtinModules, /^node:/, 'onnxruntime-node', /^@tensorflow\//],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', format: 'es' },
    },
  },
  ssr: { noExternal: true },
});
