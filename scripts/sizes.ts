import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildFolder } from './build'
import { root } from './command'
import { Problem } from './problem'

/*
 * Shows how large each bundle of the built extension is, a bundle being a file that the browser starts with
 * and everything that it imports, and fails when one is larger than its budget in sizes.json. A page has two
 * budgets: `first` for what it imports at once, which its first frame waits for, and `all` with what is loaded
 * when it is wanted. A budget is set a tenth above the size, so that a small site or a fix fits; it is raised on
 * purpose, in the commit that needs it.
 */

/** In bytes, compressed. A budget may be below it and never above. */
const promises: Readonly<Record<string, number>> = { 'annotate.js': 25_000 }

/** A budget is set to the size of its bundle times this. */
const room = 1.1

/** `import … from "./x.js"` and `import "./x.js"`; `import("./x.js")` loads later. */
const imports: Readonly<Record<Share, RegExp>> = {
  first: /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g,
  all: /(?:\bfrom|\bimport)\s*\(?["'](\.{1,2}\/[^"']+)["']/g,
}

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
  const budgets: Record<string, Budget> = JSON.parse(readFileSync(join(root, 'sizes.json'), 'utf8'))
  const starts = readdirSync(folder).filter((name) => /\.(?:js|html)$/.test(name))
  const measured = starts.flatMap((start) =>
    start.endsWith('.html')
      ? (['first', 'all'] as const).map((share) => bundleOf(start, share, budgets[start]))
      : bundleOf(start, 'all', budgets[start]),
  )

  const row = (cells: readonly string[]) =>
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(22) : cell.padStart(12))).join(''),
    )
  row(['bundle', 'files', 'raw', 'gzip', 'budget', 'of budget'])
  for (const { name, files, raw, gzip, budget } of measured) {
    const share = budget === undefined ? '' : `${Math.round((gzip / budget) * 100)}%`
    row([name, String(files), kilobytes(raw), kilobytes(gzip), kilobytes(budget), share])
  }

  const problems = [
    ...measured.flatMap(({ name, gzip, budget }) => {
      if (budget === undefined) return [`${name} has no budget in sizes.json.`]
      if (gzip > budget) return [overBudget(name, gzip, budget)]
      return []
    }),
    ...Object.entries(budgets).flatMap(([start, budget]) => {
      if (!starts.includes(start)) return [`sizes.json has ${start}, which is not in the build.`]
      const promise = promises[start]
      return promise !== undefined && !(typeof budget === 'number' && budget <= promise)
        ? [`The budget of ${start} is above the promise, ${promise}.`]
        : []
    }),
  ]
  if (problems.length > 0) throw new Problem(problems.join('\n'))
}

function overBudget(name: string, size: number, budget: number): string {
  const raised = Math.ceil((size * room) / 100) * 100
  return [
    `${name} is ${size - budget} bytes over its budget.`,
    '  Look first for what it does not need: what does it import that it did not before?',
    `  If it is worth its size, write ${raised} into sizes.json, a tenth above it, in the commit that adds it, and say there what for.`,
  ].join('\n')
}

/** In bytes, compressed; of a page two. */
type Budget = number | { readonly first: number; readonly all: number }
type Share = 'first' | 'all'

interface Bundle {
  readonly name: string
  readonly files: number
  readonly raw: number
  readonly gzip: number
  readonly budget: number | undefined
}

function bundleOf(start: string, share: Share, budget: Budget | undefined): Bundle {
  const isPage = start.endsWith('.html')
  const given = typeof budget === 'object' ? budget[share] : isPage ? undefined : budget
  return { name: isPage ? `${start}, ${share}` : start, budget: given, ...measure(start, share) }
}

/** The sizes in bytes of a file and what it loads, at once or ever; each file is compressed by itself. */
function measure(start: string, share: Share): { files: number; raw: number; gzip: number } {
  const files = [...filesFrom(start, share)].map((file) => readFileSync(join(folder, file)))
  return {
    files: files.length,
    raw: sum(files.map(({ length }) => length)),
    gzip: sum(files.map((content) => gzipSync(content, { level: 9 }).length)),
  }
}

function filesFrom(file: string, share: Share, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(join(folder, file), 'utf8')
  const loaded = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path)
    : [...text.matchAll(imports[share])].map(([, path = '']) =>
        normalize(join(dirname(file), path)),
      )
  for (const path of loaded) filesFrom(path, share, found)
  return found
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? 'none' : `${(bytes / 1_000).toFixed(1)} kB`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
