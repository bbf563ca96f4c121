/** One thing that was measured, as the medians of its runs. */
export interface Row {
  readonly what: string
  readonly unit: 'ms' | 'count' | 'bytes'
  readonly values: Readonly<Partial<Record<Column, number>>>
}

export const columns = ['none', 'floor', 'small', 'large'] as const
/** No extension, the floor, Dogear with a small library, Dogear with a large one. */
export type Column = (typeof columns)[number]

/** A promise, and how it stands. */
export interface Goal {
  readonly promise: string
  readonly measured: number
  readonly atMost: number
  readonly unit: '×' | 'bytes' | 'ms'
}

export interface Report {
  readonly chromium: string
  readonly runs: number
  readonly rows: readonly Row[]
  readonly goals: readonly Goal[]
}

/** The middle value, or the mean of the two in the middle. Of nothing: not a number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/** The value that this share of all do not exceed. Of nothing: not a number. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

export function toMarkdown(
  { chromium, runs, rows, goals }: Report,
  names: readonly string[],
): string {
  return [
    `Medians of ${runs} runs, Chromium ${chromium}.`,
    '',
    line(['', ...names]),
    line(['---', ...names.map(() => '---:')]),
    ...rows.map(({ what, unit, values }) =>
      line([what, ...columns.map((column) => valueText(values[column], unit))]),
    ),
    '',
    line(['promise', 'measured', 'at most', '']),
    line(['---', '---:', '---:', '---']),
    ...goals.map(({ promise, measured, atMost, unit }) =>
      line([
        promise,
        valueText(measured, unit),
        valueText(atMost, unit),
        measured <= atMost ? 'kept' : '**above**',
      ]),
    ),
  ].join('\n')
}

function valueText(value: number | undefined, unit: Row['unit'] | Goal['unit']): string {
  if (value === undefined) return ''
  switch (unit) {
    case 'ms':
      return `${value.toFixed(1)} ms`
    case '×':
      return `${value.toFixed(2)} ×`
    case 'count':
      return String(Math.round(value))
    case 'bytes':
      return `${value.toLocaleString('en')} B`
  }
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
