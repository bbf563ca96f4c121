import { join } from 'node:path'
import { root, runCommand } from './command'
import { Problem } from './problem'

export type Target = 'chrome' | 'firefox'

export const buildArguments: Readonly<Record<Target, readonly string[]>> = {
  chrome: ['build'],
  // WXT would make a Manifest 2 build for Firefox.
  firefox: ['build', '-b', 'firefox', '--mv3'],
}

/** The folder with the built extension. */
export function buildFolder(target: Target): string {
  return join(root, '.output', `${target}-mv3`)
}

/**
 * Builds the extension.
 *
 * @returns the folder with the result
 * @throws Problem with the builder's output when it fails
 */
export async function build(target: Target): Promise<string> {
  const { code, output } = await runCommand('wxt', buildArguments[target], 'later')
  if (code !== 0) throw new Problem(`${output}\nThe build failed: the reason is above.`)
  return buildFolder(target)
}
