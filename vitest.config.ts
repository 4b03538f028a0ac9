import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{engine,renderer,electron,templates,scripts,bench}/**/*.test.{ts,tsx}'],
    setupFiles: ['scripts/propertySeed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
