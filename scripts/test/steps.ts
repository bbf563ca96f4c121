import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getChromium } from '../browsers/chromium'
import { buildArguments } from '../build'
import { type Outcome, root, run, runCommand } from '../command'
import { oneFailed, onePassed, readPlaywright, readVitest, type Totals, totalsOf } from './totals'

export interface Step {
  readonly name: string
  readonly run: () => Promise<Totals>
  /** Without it the steps after it make no sense and count as failed. */
  readonly isNeeded?: boolean
}

export const parts = ['unit', 'e2e'] as const
export type Part = (typeof parts)[number]

/**
 * What `npm test` does, in order. A step that only checks counts as one test.
 *
 * @param reports a folder for the runners' own reports
 */
export function stepsOf(chosen: readonly Part[], reports: string): readonly Step[] {
  const isChosen = (part: Part, steps: readonly Step[]) => (chosen.includes(part) ? steps : [])
  return [
    ...isChosen('unit', checks()),
    // Before the unit tests, because those of the manifests would build what is missing.
    ...isChosen('e2e', builds()),
    ...isChosen('unit', [unitTests(join(reports, 'unit.json'))]),
    ...isChosen('e2e', browserSteps(join(reports, 'e2e.json'))),
  ]
}

function checks(): readonly Step[] {
  return [
    check('wxt prepare', () => runCommand('wxt', ['prepare'], 'later')),
    check('types', () => runCommand('typescript', ['--noEmit', '-p', '.'], 'later', {}, 'tsc')),
    check('biome', () => runCommand('@biomejs/biome', ['check'], 'later', {}, 'biome')),
    ...optional(['knip.json', 'knip.jsonc', 'knip.ts'], () =>
      check('knip', () => runCommand('knip', [], 'later')),
    ),
  ]
}

function unitTests(report: string): Step {
  return {
    name: 'vitest',
    run: async () => {
      const { code } = await runCommand(
        'vitest',
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        'now',
      )
      return totalsOf(readVitest, await readJson(report), code)
    },
  }
}

function builds(): readonly Step[] {
  return [
    {
      ...check('build for Chrome', () => runCommand('wxt', buildArguments.chrome, 'later')),
      isNeeded: true,
    },
    {
      ...check('build for Firefox', () => runCommand('wxt', buildArguments.firefox, 'later')),
      isNeeded: true,
    },
  ]
}

function browserSteps(report: string): readonly Step[] {
  return [
    ...optional(['scripts/sizes.ts'], () => check('sizes', () => runScript('scripts/sizes.ts'))),
    ...optional(['scripts/lint-firefox.ts'], () =>
      check('lint for Firefox', () => runScript('scripts/lint-firefox.ts')),
    ),
    {
      name: 'Chromium',
      isNeeded: true,
      run: async () => {
        console.log(`  ${await getChromium()}`)
        return onePassed
      },
    },
    {
      name: 'playwright',
      run: async () => {
        const { code } = await runCommand(
          '@playwright/test',
          ['test'],
          'now',
          { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
          'playwright',
        )
        return totalsOf(readPlaywright, await readJson(report), code)
      },
    },
  ]
}

/** A step that passes when its command ends well, and shows what it wrote when it doesn't. */
function check(name: string, command: () => Promise<Outcome>): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await command()
      if (code === 0) return onePassed
      console.log(output)
      return oneFailed
    },
  }
}

/** The step, where one of these files is there. */
function optional(files: readonly string[], step: () => Step): readonly Step[] {
  return files.some((file) => existsSync(join(root, file))) ? [step()] : []
}

function runScript(script: string): Promise<Outcome> {
  return run(process.execPath, ['--import', 'tsx', script], 'later')
}

/** @returns undefined where there is no such file, or no JSON in it */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
