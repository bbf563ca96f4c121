/** How many tests passed, failed or were left out. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothingRan: Totals = { passed: 0, failed: 0, skipped: 0 }
export const onePassed: Totals = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: Totals = { passed: 0, failed: 1, skipped: 0 }

export function sum(all: readonly Totals[]): Totals {
  return all.reduce(
    (before, next) => ({
      passed: before.passed + next.passed,
      failed: before.failed + next.failed,
      skipped: before.skipped + next.skipped,
    }),
    nothingRan,
  )
}

/** "12 passed, 0 failed", and the skipped ones where there are any. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  const line = `${passed} passed, ${failed} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}

/** Whether something ran and nothing failed. */
export function isGood({ passed, failed }: Totals): boolean {
  return passed > 0 && failed === 0
}

/**
 * The totals of a test runner's own report. A run that ended badly counts as a failure even where no single
 * test failed: a file that can't be loaded has no tests to fail.
 *
 * @param report the parsed report, or undefined where there is none
 * @param code the runner's exit code
 */
export function totalsOf(
  read: (report: unknown) => Totals | undefined,
  report: unknown,
  code: number,
): Totals {
  const totals = read(report) ?? nothingRan
  const isMarked = totals.failed > 0 || (code === 0 && totals.passed > 0)
  return isMarked ? totals : { ...totals, failed: 1 }
}

/** Reads Vitest's JSON report (its reporter `json`, in the format of Jest). */
export function readVitest(report: unknown): Totals | undefined {
  const passed = count(report, 'numPassedTests')
  const failed = count(report, 'numFailedTests')
  if (passed === undefined || failed === undefined) return undefined
  const skipped = (count(report, 'numPendingTests') ?? 0) + (count(report, 'numTodoTests') ?? 0)
  return { passed, failed, skipped }
}

/** Reads Playwright's JSON report (`JSONReportStats` of its reporter `json`). */
export function readPlaywright(report: unknown): Totals | undefined {
  const stats = field(report, 'stats')
  const passed = count(stats, 'expected')
  const failed = count(stats, 'unexpected')
  if (passed === undefined || failed === undefined) return undefined
  // A test that passes only now and then is not one that passes.
  return {
    passed,
    failed: failed + (count(stats, 'flaky') ?? 0),
    skipped: count(stats, 'skipped') ?? 0,
  }
}

function count(value: unknown, name: string): number | undefined {
  const found = field(value, name)
  return typeof found === 'number' ? found : undefined
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
