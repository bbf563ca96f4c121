import { posix } from 'node:path'
import { findInCode, type SourceFile } from './source-files'

export interface Import {
  /** As written. */
  readonly specifier: string
  /** From the repository's root, without an ending where the specifier has none; undefined for a package. */
  readonly target: string | undefined
  /** From 1. */
  readonly line: number
  /** It names types only, so that nothing of it is left in a bundle. */
  readonly isTypeOnly: boolean
}

/** Where an import may begin: Biome's formatting puts a static one at the start of a line. */
const staticImport = /^[ \t]*(?:import|export)\s+([\w\s{},*$]*?)\s*\bfrom\s*['"]([^'"\n]+)['"]/gm
const bareImport = /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm
const dynamicImport = /\bimport\s*\(\s*['"`]([^'"`\n]+)['"`]/g

/** Every import of a file and every export from another one: static, dynamic and of types. */
export function importsOf(file: SourceFile): Import[] {
  const found = [
    ...findInCode(file, staticImport).map(({ match, line }) => ({
      specifier: match[2] ?? '',
      line: line + leadingLines(match[0]),
      isTypeOnly: isTypeOnly(match[1] ?? ''),
    })),
    ...[bareImport, dynamicImport].flatMap((pattern) =>
      findInCode(file, pattern).map(({ match, line }) => ({
        specifier: match[1] ?? '',
        line,
        isTypeOnly: false,
      })),
    ),
  ]
  return found.map((one) => ({ ...one, target: targetOf(file.path, one.specifier) }))
}

/** An import over several lines is reported at its last one, where the specifier is. */
function leadingLines(statement: string): number {
  return statement.split('\n').length - 1
}

/** `type Paper`, `type { Paper }`, `{ type Paper, type Entry }` */
function isTypeOnly(clause: string): boolean {
  if (/^type\b/.test(clause)) return true
  const [, names] = /^\{([^}]*)\}$/.exec(clause) ?? []
  const each = (names ?? '').split(',').filter((name) => name.trim() !== '')
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name))
}

function targetOf(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const [withoutQuery = ''] = specifier.split('?')
  return posix.join(posix.dirname(path), withoutQuery)
}

/** The file that an import leads to, among these. */
function resolve(target: string, paths: ReadonlySet<string>): string | undefined {
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((ending) => target + ending)
    .find((path) => paths.has(path))
}

/** The cycles of imports between files, each as the files on the way round. Types count too. */
export function findCycles(files: readonly SourceFile[]): string[][] {
  const paths = new Set(files.map(({ path }) => path))
  const next = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ target }) => (target && resolve(target, paths)) || []),
    ]),
  )
  const cycles: string[][] = []
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path)
    if (start >= 0) {
      cycles.push([...way.slice(start), path])
      return
    }
    if (done.has(path)) return
    for (const imported of next.get(path) ?? []) walk(imported, [...way, path])
    done.add(path)
  }
  for (const path of paths) walk(path, [])
  return cycles
}
