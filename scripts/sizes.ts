import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildFolder } from './build'
import { root } from './command'
import { Problem } from './problem'

/*
 * Shows how large each bundle of the built extension is, a bundle being a file that the browser starts with
 * and everything that it imports, and fails when one is larger than its budget in sizes.json.
 */

/** In bytes, compressed. A budget may be below it and never above. */
const promises: Readonly<Record<string, number>> = { 'annotate.js': 25_000 }

const folder = buildFolder('chrome')

try {
  check()
} catch (error) {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = 1
}

function check(): void {
  if (!existsSync(folder))
    throw new Problem('There is no build to measure: npx wxt build makes it.')
  const budgets: Record<string, number> = JSON.parse(readFileSync(join(root, 'sizes.json'), 'utf8'))
  const starts = readdirSync(folder).filter((name) => /\.(?:js|html)$/.test(name))
  const bundles = starts.map((start) => ({ start, budget: budgets[start], ...measure(start) }))

  const row = (cells: readonly string[]) =>
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(14) : cell.padStart(12))).join(''),
    )
  row(['bundle', 'files', 'raw', 'gzip', 'budget', 'of budget'])
  for (const { start, files, raw, gzip, budget } of bundles) {
    const share = budget === undefined ? '' : `${Math.round((gzip / budget) * 100)}%`
    row([start, String(files), kilobytes(raw), kilobytes(gzip), kilobytes(budget), share])
  }

  const problems = [
    ...bundles.flatMap(({ start, gzip, budget }) => {
      if (budget === undefined) return [`${start} has no budget in sizes.json.`]
      if (gzip > budget) return [`${start} is ${gzip - budget} bytes over its budget.`]
      return []
    }),
    ...Object.entries(budgets).flatMap(([start, budget]) => {
      if (!starts.includes(start)) return [`sizes.json has ${start}, which is not in the build.`]
      const promise = promises[start] ?? budget
      return budget > promise ? [`The budget of ${start} is above the promise, ${promise}.`] : []
    }),
  ]
  if (problems.length > 0) throw new Problem(problems.join('\n'))
}

/** The sizes in bytes of a file and everything that it loads; each file is compressed by itself. */
function measure(start: string): { files: number; raw: number; gzip: number } {
  const files = [...filesFrom(start)].map((file) => readFileSync(join(folder, file)))
  return {
    files: files.length,
    raw: sum(files.map(({ length }) => length)),
    gzip: sum(files.map((content) => gzipSync(content, { level: 9 }).length)),
  }
}

function filesFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(join(folder, file), 'utf8')
  const loaded = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path)
    : [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?["'](\.{1,2}\/[^"']+)["']/g)].map(
        ([, path = '']) => normalize(join(dirname(file), path)),
      )
  for (const path of loaded) filesFrom(path, found)
  return found
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? 'none' : `${(bytes / 1_000).toFixed(1)} kB`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
