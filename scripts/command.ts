import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

export interface Outcome {
  readonly code: number
  /** The command's output, where it was not shown at once. */
  readonly output: string
}

/**
 * Runs a program in the repository's root and waits for its end.
 *
 * @param show `now`: its output goes to the terminal; `later`: it is collected
 * @throws when there is no such program
 */
export function run(
  program: string,
  args: readonly string[],
  show: 'now' | 'later',
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: show === 'now' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * The file behind a command of an installed package, to be run by Node: without a shell, the same on every
 * system.
 *
 * @throws Error when the package has no such command
 */
export function commandOf(packageName: string, command: string): string {
  const folder = join(root, 'node_modules', packageName)
  const manifest: { bin?: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command]
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`)
  return join(folder, file)
}

/**
 * Runs a command of an installed package, as `npx` would.
 *
 * @param command where it is not called like the package
 */
export function runCommand(
  packageName: string,
  args: readonly string[],
  show: 'now' | 'later',
  env: Readonly<Record<string, string>> = {},
  command = packageName,
): Promise<Outcome> {
  return run(process.execPath, [commandOf(packageName, command), ...args], show, env)
}
