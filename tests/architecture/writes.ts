import { type Finding, findInCode, type SourceFile } from './source-files'

/*
 * A write outside of `db.transaction` does not look for room on the disk (lib/db/engine/room.ts). A function of lib/db that
 * writes therefore begins a transaction, or says that its caller has to.
 */

const exported =
  /(?<doc>\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?function (?<name>\w+)(?<rest>[\s\S]*?\n}\n)/g
const write =
  /\bdb\s*\.\s*(?:table\(\w+\)|\w+)(?:\s*\.\s*\w+\([^)]*\))*\s*\.\s*(?:add|put|update|upsert|delete|clear|modify|bulk(?:Add|Put|Update|Delete))\(/
const saysSo = /to be called in (?:a|the|its|one) transaction/i

interface Writer {
  readonly path: string
  readonly name: string
  readonly doc: string
}

/** The exported functions that write in the transaction of their caller. */
export function writersWithout(files: readonly SourceFile[]): Writer[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(exported)].flatMap(({ groups: { doc = '', name = '', rest = '' } = {} }) =>
      write.test(rest) && !rest.includes('transaction(')
        ? [{ path, name, doc: doc.replace(/\s*\n\s*\*\s*/g, ' ') }]
        : [],
    ),
  )
}

export function checkWriters(writers: readonly Writer[]): Finding[] {
  return writers
    .filter(({ doc }) => !saysSo.test(doc))
    .map(({ path, name }) => `${path} ${name} writes, and does not say that it needs a transaction`)
}

const imported = /import \{(?<names>[^}]*)\} from '[^']*\bdb\/[^']*'/g

/** Code outside of lib/db that calls one of them begins a transaction. */
export function checkCallers(file: SourceFile, writers: readonly Writer[]): Finding[] {
  if (file.path.startsWith('lib/db/') || /\.transaction\(/.test(file.text)) return []
  return findInCode(file, imported).flatMap(({ match, line }) => {
    const names = match.groups?.names?.split(',').map((name) => name.trim()) ?? []
    return writers
      .filter(({ name }) => names.includes(name))
      .map(({ name }) => `${file.path}:${line} ${name} is used without a transaction`)
  })
}
