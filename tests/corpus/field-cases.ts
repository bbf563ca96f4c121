import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/field-cases')

/** Whether the cases are there. Where they are not, that is said. */
export const hasFieldCases = existsSync(folder)
if (!hasFieldCases) {
  console.warn(`NOT TESTED: the cases from the field are absent (${folder}).`)
}

/** A file of cases as JSON. */
export function readFieldCases<T>(name: string): T {
  return JSON.parse(readFieldFile(name)) as T
}

export function readFieldFile(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
}

/** Says how many cases are right, and gives the wrong ones. */
export function wrongCases<T>(
  name: string,
  cases: readonly T[],
  isRight: (one: T) => boolean,
): T[] {
  const wrong = cases.filter((one) => !isRight(one))
  console.info(`${name}: ${cases.length - wrong.length} of ${cases.length} right`)
  return wrong
}
