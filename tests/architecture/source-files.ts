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
  return readTexts(folders, /\.tsx?$/)
}

/** All files below these folders whose paths have a form. */
export function readTexts(folders: readonly string[], form: RegExp): SourceFile[] {
  return listFiles(folders)
    .filter((path) => form.test(path))
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

/** A literal, as the first group, or a comment. */
const literalOrComment =
  /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/.*|\/\*[\s\S]*?\*\//g

/** The code with every comment replaced by spaces, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(
    literalOrComment,
    (found, literal?: string) => literal ?? found.replace(/[^\n]/g, ' '),
  )
}

/** Every match of a pattern in the comments of a file, also over the ends of lines, with its line from 1. */
export function findInComments(
  { text }: SourceFile,
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly line: number }[] {
  return [...text.matchAll(literalOrComment)].flatMap(({ 0: found, 1: literal, index }) => {
    if (literal !== undefined) return []
    // As long as before, so that a place in it is a place in the file.
    const words = found.replace(/\n[ \t]*\*?/g, (start) => ' '.repeat(start.length))
    return [...words.matchAll(pattern)].map((match) => ({
      match,
      line: text.slice(0, index + match.index).split('\n').length,
    }))
  })
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
