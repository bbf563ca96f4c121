import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/*.test.ts', 'tests/{unit,sites,corpus}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/unit/writes-in-transactions.ts'],
    restoreMocks: true,
    // One core fewer would be left to nobody.
    maxWorkers: '100%',
    // A limit for what hangs, not for what is slow on a busy machine.
    testTimeout: 60_000,
  },
})
