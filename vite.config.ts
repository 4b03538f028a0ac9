import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page. Relative addresses, because the desktop serves it from its own scheme and the browser shell from a root. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows scripts, styles and workers from our own files only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 1800,
  },
  worker: { format: 'es' },
});
