import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from './build'
import { runCommand } from './command'
import { Problem } from './problem'

/*
 * Runs the linter of Firefox's store on the built extension, and fails on whatever it finds. What is on the list
 * below is shown and let pass.
 */

/** Findings that are accepted, and why. */
const allowances: readonly Allowance[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/[\w.-]+\.js$/,
    says: /^\w+\.innerHTML=\w+\.__html\b/,
    reason:
      "Preact's own code for dangerouslySetInnerHTML. No component uses that, which " +
      'tests/architecture.test.ts holds, and the policy of our pages (trusted-types none) stops it.',
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    says: /^/,
    reason:
      'It is about Android, for which Dogear is not offered: the manifest has no gecko_android. On the desktop ' +
      'the key is known since 140.',
  },
]

interface Allowance {
  readonly code: string
  readonly file: RegExp
  /** The code at the place. */
  readonly says: RegExp
  readonly reason: string
}

/** A message of the linter: https://github.com/mozilla/addons-linter/blob/master/docs/api.md */
interface Finding {
  readonly _type: 'error' | 'notice' | 'warning'
  readonly code: string
  readonly message: string
  readonly description: string
  readonly file?: string
  /** From 1. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
}

const folder = buildFolder('firefox')

try {
  await lint()
} catch (error) {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = 1
}

async function lint(): Promise<void> {
  if (!existsSync(folder)) {
    throw new Problem('There is no build to check: npx wxt build -b firefox --mv3 makes it.')
  }
  const findings = await findingsOf(folder)
  const problems = findings.filter((finding) => {
    const allowance = allowances.find((candidate) => allows(candidate, finding))
    if (allowance !== undefined) console.log(`Let pass: ${textOf(finding)}\n  ${allowance.reason}`)
    return allowance === undefined
  })
  if (problems.length > 0) throw new Problem(problems.map(textOf).join('\n'))
  console.log("Firefox's store linter finds nothing that is ours.")
}

async function findingsOf(extension: string): Promise<Finding[]> {
  const { output } = await runCommand(
    'addons-linter',
    [extension, '--output', 'json', '--boring'],
    'later',
  )
  const start = output.indexOf('{"count"')
  if (start < 0) throw new Problem(`${output}\nThe linter did not get to its end: see above.`)
  const report: Record<'errors' | 'notices' | 'warnings', Finding[]> = JSON.parse(
    output.slice(start),
  )
  return [...report.errors, ...report.notices, ...report.warnings]
}

function allows({ code, file, says }: Allowance, finding: Finding): boolean {
  return code === finding.code && file.test(finding.file ?? '') && says.test(codeAt(finding))
}

function codeAt({ file, line = 1, column = 1 }: Finding): string {
  if (file === undefined) return ''
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      [line - 1]?.slice(column - 1) ?? ''
  )
}

function textOf({ _type: kind, code, message, description, file, line, column }: Finding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${kind} ${code} ${place}\n  ${message}. ${description}`
}
