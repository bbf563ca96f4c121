import { describe, expect, test } from 'vitest'
import { findCycles, importsOf } from './architecture/imports'
import {
  checkImports,
  checkName,
  checkPageNodes,
  checkStringsAsCode,
  checkTableNames,
} from './architecture/rules'
import { listFiles, readSources } from './architecture/source-files'
import { checkCallers, checkWriters, writersWithout } from './architecture/writes'

const extension = readSources(['lib', 'components', 'entrypoints'])

const file = (path: string, ...lines: string[]) => ({ path, text: lines.join('\n') })

test('there is something to check', () => {
  expect(extension.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'lib/papers/paper.ts',
      'components/popup/popup.tsx',
      'entrypoints/annotate.ts',
    ]),
  )
})

describe('who may import whom', () => {
  test('every import goes where it may', () => {
    expect(extension.flatMap(checkImports)).toEqual([])
  })

  test.each([
    ['lib/papers/paper.ts', "import { openDatabase } from '../db/database'"],
    ['lib/annotate/bar.ts', "import { openDatabase } from '../db/database'"],
    ['lib/annotate/bar.ts', "const later = import('../sync/run')"],
    ['lib/sites/arxiv.ts', "export { failure } from '../errors/failure'"],
    ['lib/db/lists.ts', "import { hfDaily } from '../sources/hf-daily'"],
    ['lib/db/lists.ts', "import { type Reply, hfDaily } from '../sources/hf-daily'"],
    ['lib/i18n/format.ts', "import '../annotate/bar'"],
    ['lib/hooks/use-now.ts', "import type { Row } from '../../components/popup'"],
    ['components/popup/popup.tsx', "import { openDatabase } from '../../lib/db/database'"],
    ['components/popup/popup.tsx', "import { now } from '../../scripts/now'"],
    ['entrypoints/popup/main.tsx', "import { page } from '../../tests/sites/page'"],
    ['lib/annotate/bar.ts', "import { Dexie } from 'dexie'"],
    ['lib/annotate/bar.ts', "import { useState } from 'preact/hooks'"],
    ['lib/papers/day.ts', "import { Paper } from '@/lib/papers/paper'"],
    ['lib/gadgets/gadget.ts', "import { Paper } from '../papers/paper'"],
  ])('%s: %s is refused', (path, line) => {
    expect(checkImports(file(path, line))).toHaveLength(1)
  })

  test.each([
    ['lib/papers/merge.ts', "import type { Paper } from './paper'"],
    ['lib/db/lists.ts', "import type { Reply } from '../sources/source'"],
    ['lib/db/lists.ts', "import { type Reply, type Item } from '../sources/source'"],
    ['lib/annotate/bar.ts', "import styles from './bar.css?inline'"],
    ['lib/annotate/bar.ts', "import { i18n } from '../i18n'"],
    ['components/popup/popup.tsx', "import { useState } from 'preact/hooks'"],
    ['entrypoints/background/index.ts', "import { openDatabase } from '../../lib/db/database'"],
    ['lib/papers/day.ts', "// import { openDatabase } from '../db/database'"],
  ])('%s: %s is fine', (path, line) => {
    expect(checkImports(file(path, line))).toEqual([])
  })

  test('a finding names the file, the line, both rooms and what was written', () => {
    const broken = file(
      'lib/papers/paper.ts',
      '/* Two lines',
      '   of comment. */',
      'import {',
      '  openDatabase,',
      "} from '../db/database'",
    )
    expect(checkImports(broken)).toEqual([
      'lib/papers/paper.ts:5 papers may not import db (../db/database)',
    ])
  })

  test('imports are found in every form', () => {
    const every = file(
      'lib/sync/run.ts',
      "import one from './a'",
      "import * as two from './b'",
      "import three, { four as five } from './c'",
      "import './d'",
      "export * from './e'",
      "export type { Six } from './f'",
      "const seven = await import('./g')",
      "type Eight = import('./h').Eight",
      "const address = 'https://example.org' // from './not'",
    )
    expect(importsOf(every).map(({ target }) => target)).toEqual(
      expect.arrayContaining([...'abcdefgh'].map((name) => `lib/sync/${name}`)),
    )
    expect(importsOf(every)).toHaveLength(8)
  })
})

describe('no cycles', () => {
  test('no file imports itself by a detour', () => {
    expect(findCycles(extension).map((cycle) => cycle.join(' → '))).toEqual([])
  })

  test('a detour is found', () => {
    const cycles = findCycles([
      file('lib/a/one.ts', "import { two } from '../b'"),
      file('lib/b/index.ts', "export * from './three'"),
      file('lib/b/three.ts', "import type { One } from '../a/one'"),
      file('lib/b/four.ts', "import { three } from './three'"),
    ])
    expect(cycles).toEqual([['lib/a/one.ts', 'lib/b/index.ts', 'lib/b/three.ts', 'lib/a/one.ts']])
  })
})

describe('text is text', () => {
  test('no string becomes markup or code', () => {
    expect(extension.flatMap(checkStringsAsCode)).toEqual([])
  })

  test.each([
    'row.innerHTML = title',
    'row.outerHTML = title',
    "row.insertAdjacentHTML('beforeend', title)",
    'document.write(title)',
    '<p dangerouslySetInnerHTML={{ __html: title }} />',
    'eval(title)',
    "new Function('return 1')",
    "setTimeout('save()', 10)",
  ])('%s is refused', (line) => {
    expect(checkStringsAsCode(file('lib/annotate/bar.ts', line))).toHaveLength(1)
  })

  test.each(['row.textContent = title', 'const retrieval = evaluate(title)', '// never innerHTML'])(
    '%s is fine',
    (line) => {
      expect(checkStringsAsCode(file('lib/annotate/bar.ts', line))).toEqual([])
    },
  )
})

describe('pages', () => {
  test('no page answers for its nodes, and none plays the user', () => {
    expect(extension.flatMap(checkPageNodes)).toEqual([])
  })

  test.each([
    ['lib/annotate/bar.ts', 'title.after(host)'],
    ['lib/annotate/bar.ts', 'const around = title.parentElement'],
    ['lib/annotate/bar.ts', "button.addEventListener('blur', store)"],
    ['lib/sites/x.ts', 'while (node !== null) node = node.nextSibling'],
  ])('%s: %s is refused', (path, line) => {
    expect(checkPageNodes(file(path, line))).toHaveLength(1)
  })

  test.each([
    ['lib/annotate/bar.ts', "call(title, 'after', host)"],
    ['lib/annotate/bar.ts', 'bar.append(...children)'],
    ['lib/annotate/bar.ts', "onUser(button, 'blur', store)"],
    ['components/popup/popup.tsx', "addEventListener('blur', store)"],
  ])('%s: %s is fine', (path, line) => {
    expect(checkPageNodes(file(path, line))).toEqual([])
  })
})

describe('the database', () => {
  test('only lib/db knows table names', () => {
    expect(extension.flatMap(checkTableNames)).toEqual([])
  })

  test('a table name elsewhere is found', () => {
    const line = 'const entry = await db.entries.get(id)'
    expect(checkTableNames(file('lib/hooks/use-entry.ts', '', line))).toEqual([
      'lib/hooks/use-entry.ts:2 a table is used outside of lib/db (db.entries)',
    ])
    expect(checkTableNames(file('lib/db/entries.ts', line))).toEqual([])
  })
})

describe('names', () => {
  const named = listFiles(['lib', 'components', 'entrypoints', 'scripts', 'tests']).filter((path) =>
    /\.(?:tsx?|mjs|css)$/.test(path),
  )

  test('are in kebab-case and say what is in the file', () => {
    expect(named.flatMap(checkName)).toEqual([])
  })

  test.each([
    'lib/papers/paperId.ts',
    'components/PaperRow.tsx',
    'lib/papers/paper_id.ts',
    'lib/utils/day.ts',
    'lib/papers/utils.ts',
    'tests/helpers.ts',
    'lib/misc.test.ts',
  ])('%s is refused', (path) => {
    expect(checkName(path)).toHaveLength(1)
  })

  test.each([
    'lib/papers/paper-id.ts',
    'lib/db/schema/v1.ts',
    'tests/unit/papers/paper-id.test.ts',
  ])('%s is fine', (path) => {
    expect(checkName(path)).toEqual([])
  })
})

describe('writes stand in transactions', () => {
  const writers = writersWithout(readSources(['lib/db']))

  test('who leaves that to the caller says so, and the caller does it', () => {
    expect(writers.map(({ name }) => name)).toEqual(expect.arrayContaining(['putPapers', 'once']))
    expect(checkWriters(writers)).toEqual([])
    expect(extension.flatMap((one) => checkCallers(one, writers))).toEqual([])
  })

  test('who does not is found', () => {
    const alone = file(
      'lib/db/seen.ts',
      '/** Forgets it. */',
      'export async function forgetSeen(db: DogearDatabase): Promise<void> {',
      "  await db.seen.where('at').below(1).delete()",
      '}',
      '',
    )
    const [writer] = writersWithout([alone])
    expect(checkWriters(writer ? [writer] : [])).toHaveLength(1)
    const caller = file('lib/sync/run.ts', "import { forgetSeen } from '../db/seen'")
    expect(checkCallers(caller, writer ? [writer] : [])).toHaveLength(1)
  })
})
