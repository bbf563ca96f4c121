import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

/** Tests that live through months, a minute each: begun last, they would leave a core idle. */
const histories = [
  'tests/corpus/{half-published,replay}.test.ts',
  'tests/unit/sync/{month,sync-planned}.test.ts',
]

/** Tests of functions alone: nothing that one of them does can be met by another. */
const pure = [
  'tests/sites/**/*.test.ts',
  'tests/unit/{annotate,export,papers,settings,sites,sources}/**/*.test.ts',
]

/** Tests of components, on a page without a browser. */
const components = ['tests/unit/components/**/*.test.tsx']

const setupFiles = ['tests/unit/writes-in-transactions.ts']

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    restoreMocks: true,
    // One core fewer would be left to nobody.
    maxWorkers: '100%',
    // A limit for what hangs, not for what is slow on a busy machine.
    testTimeout: 60_000,
    // Begun in the order of their names.
    projects: [
      { extends: true, test: { name: 'histories', include: histories, setupFiles } },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['tests/*.test.ts', 'tests/{unit,corpus}/**/*.test.{ts,tsx}'],
          exclude: [...histories, ...pure, ...components],
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: components,
          environment: 'happy-dom',
          isolate: false,
          setupFiles: [...setupFiles, 'tests/unit/components/browser.ts'],
        },
      },
      // To load the same modules again for each file takes longer than the tests.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
})
