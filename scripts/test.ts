import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from './problem'
import { type Part, parts, type Step, stepsOf } from './test/steps'
import { isGood, oneFailed, sum, type Totals, totalsLine } from './test/totals'

const chosen = chooseParts(process.argv.slice(2))
if (chosen === undefined) {
  console.error(`npm test -- [${parts.join(' | ')}]\n\nWithout a word, both.`)
  process.exitCode = 1
} else {
  const reports = await mkdtemp(join(tmpdir(), 'dogear-test-'))
  const totals = sum(await runSteps(stepsOf(chosen, reports)))
  await rm(reports, { recursive: true, force: true })
  // Of the run's whole output this line, the last one, is what machines read.
  console.log(`\n${totalsLine(totals)}`)
  process.exitCode = isGood(totals) ? 0 : 1
}

/** @returns undefined for words that are no part of the tests */
function chooseParts(words: readonly string[]): readonly Part[] | undefined {
  const known = parts.filter((part) => words.includes(part))
  if (known.length < new Set(words).size) return undefined
  return known.length === 0 ? parts : known
}

async function runSteps(steps: readonly Step[]): Promise<readonly Totals[]> {
  const results: Totals[] = []
  let missing: string | undefined
  for (const step of steps) {
    console.log(`\n▶ ${step.name}`)
    const start = performance.now()
    const totals = missing === undefined ? await runStep(step) : oneFailed
    results.push(totals)
    const seconds = ((performance.now() - start) / 1_000).toFixed(1)
    const outcome = missing === undefined ? totalsLine(totals) : `not run for want of: ${missing}`
    console.log(`${isGood(totals) ? '✓' : '✗'} ${step.name}: ${outcome} (${seconds} s)`)
    if (step.isNeeded && !isGood(totals)) missing ??= step.name
  }
  return results
}

async function runStep(step: Step): Promise<Totals> {
  try {
    return await step.run()
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error)
    return oneFailed
  }
}
