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
export function stepsOf(part: Part, reports: string): readonly Step[] {
  return part === 'unit' ? unitSteps(reports) : e2eSteps(reports)
}

function unitSteps(reports: string): readonly Step[] {
  const report = join(reports, 'unit.json')
  return [
    check('wxt prepare', () => runCommand('wxt', ['prepare'], 'later')),
    check('types', () => runCommand('typescript', ['--noEmit', '-p', '.'], 'later', {}, 'tsc')),
    check('biome', () => runCommand('@biomejs/biome', ['check'], 'later', {}, 'biome')),
    ...optional(['knip.json', 'knip.jsonc', 'knip.ts'], () =>
      check('knip', () => runCommand('knip', [], 'later')),
    ),
    {
      name: 'vitest',
      run: async () => {
        const { code } = await runCommand(
          'vitest',
          ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
          'now',
        )
        return totalsOf(readVitest, await readJson(report), code)
      },
    },
  ]
}

function e2eSteps(reports: string): readonly Step[] {
  const report = join(reports, 'e2e.json')
  return [
    {
      ...check('build for Chrome', () => runCommand('wxt', buildArguments.chrome, 'later')),
      isNeeded: true,
    },
    {
      ...check('build for Firefox', () => runCommand('wxt', buildArguments.firefox, 'later')),
      isNeeded: true,
    },
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
