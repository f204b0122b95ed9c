import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts', 'projections/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
