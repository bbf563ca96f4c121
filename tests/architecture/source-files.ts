import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string
  readonly text: string
}

/** A place in a file that breaks a rule, as `lib/papers/paper.ts:3 what is wrong there`. */
export type Finding = string

/** The paths of all files below these folders, sorted. A folder that is not there has no files. */
export function listFiles(folders: readonly string[]): string[] {
  return folders.flatMap(filesBelow).sort()
}

/** All TypeScript files below these folders. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return listFiles(folders)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function filesBelow(folder: string): string[] {
  let children: ReturnType<typeof readChildren>
  try {
    children = readChildren(folder)
  } catch {
    return []
  }
  return children.flatMap((child) => {
    const path = posix.join(folder, child.name)
    return child.isDirectory() ? filesBelow(path) : [path]
  })
}

function readChildren(folder: string) {
  return readdirSync(join(root, folder), { withFileTypes: true })
}

/** The code with every comment replaced by spaces, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/.*|\/\*[\s\S]*?\*\//g,
    (found, literal?: string) => literal ?? found.replace(/[^\n]/g, ' '),
  )
}

/** Every match of a pattern in the code of a file, with its line from 1. Comments are no code. */
export function findInCode(
  { text }: SourceFile,
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly line: number }[] {
  const code = withoutComments(text)
  return [...code.matchAll(pattern)].map((match) => ({
    match,
    line: code.slice(0, match.index).split('\n').length,
  }))
}
