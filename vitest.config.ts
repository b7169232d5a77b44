import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{shared,server,client}/**/*.test.{ts,tsx}'],
    // Two cores are the common size of a small server and of its CI.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
