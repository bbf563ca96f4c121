import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../command'
import { Problem } from '../problem'

/** The first of these programs that is in `PATH`. */
export function findInPath(
  names: readonly string[],
  path = process.env.PATH ?? '',
): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/** The first of these files that exists. */
export function findFile(places: readonly (string | undefined)[]): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place))
}

/**
 * The program that an environment variable names.
 *
 * @throws Problem when it names a file that is not there
 */
export function fromEnvironment(variable: string): string | undefined {
  const path = process.env[variable]
  if (path === undefined || path === '') return undefined
  if (!existsSync(path))
    throw new Problem(`${variable} is set to ${path}, and there is no such file.`)
  return path
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Debian, Ubuntu and their kin, as root: packages can be installed without asking anybody. */
export function canInstallPackages(): boolean {
  return isRoot() && existsSync('/etc/debian_version') && findInPath(['apt-get']) !== undefined
}

/** Ubuntu itself has only a stub for Chromium in its package system, which needs snap. */
export function isUbuntu(): boolean {
  return (
    existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))
  )
}

/** @returns whether it worked */
export async function installPackage(name: string): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], 'now', env)
  if (update.code !== 0) return false
  const install = await run('apt-get', ['install', '-y', name], 'now', env)
  return install.code === 0
}
