import { describe, expect, test } from 'vitest'
import { findCycles, importsOf } from './architecture/imports'
import { checkComments, checkProse } from './architecture/plain-words'
import { checkImports, checkPlace, readTables } from './architecture/rooms'
import {
  checkLanguage,
  checkName,
  checkPageNodes,
  checkStringsAsCode,
  checkTableNames,
} from './architecture/rules'
import { listFiles, readSources, readTexts } from './architecture/source-files'
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

  test('every file of a folder with an order has a level in it', () => {
    expect(extension.flatMap(checkPlace)).toEqual([])
    expect(checkPlace(file('components/gadgets/gadget.tsx'))).toHaveLength(1)
  })

  test('a line of the tables that can not be understood is an error', () => {
    const rooms = '| folder | what | may import |\n|---|---|---|\n| `lib/db` | x | papers |\n'
    expect(() => readTables(rooms)).toThrow('"papers" is no name')
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
    ['entrypoints/background/panel.ts', "import { useNow } from '../../lib/hooks/use-now'"],
    ['components/controls/icon.tsx', "import { PaperRow } from '../paper/paper-row'"],
    ['components/options/options-page.tsx', "import { Popup } from '../popup/popup'"],
    ['components/find/find-view.tsx', "import type { Shown } from '../data/data-panel'"],
    ['lib/db/rows.ts', "import type { DogearDatabase } from './database'"],
    ['lib/db/papers/papers.ts', "import { getEntries } from '../entries/stored-entries'"],
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
    ['components/popup/popup.tsx', "import { Icon } from '../controls/icon'"],
    ['components/popup/popup.tsx', "import { ListHeader } from './list-header'"],
    ['components/popup/popup.tsx', "import type { DogearDatabase } from '../../lib/db/database'"],
    ['lib/db/entries/entries.ts', "import { openDatabase } from '../database'"],
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

describe('one language', () => {
  test('only lib/i18n asks for the language of the browser', () => {
    expect(extension.flatMap(checkLanguage)).toEqual([])
  })

  test.each([
    'document.documentElement.lang = browser.i18n.getUILanguage()',
    'const word = label.toLocaleLowerCase()',
    'const text = date.toLocaleDateString()',
    'const counts = new Intl.NumberFormat()',
  ])('%s is refused', (line) => {
    expect(checkLanguage(file('components/popup/popup.tsx', line))).toHaveLength(1)
  })

  test.each([
    'const word = label.toLocaleLowerCase(language())',
    "const offsets = new Intl.DateTimeFormat('en-US', {})",
  ])('%s is fine', (line) => {
    expect(checkLanguage(file('components/popup/popup.tsx', line))).toEqual([])
  })
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

describe('plain words', () => {
  const commented = readSources(['lib', 'components', 'entrypoints', 'scripts', 'tests'])

  test('comments and documentation are written in them', () => {
    expect(commented.flatMap(checkComments)).toEqual([])
    expect(readTexts(['docs'], /\.md$/).flatMap(checkProse)).toEqual([])
  })

  test.each([
    '// Reading it is dear.',
    '/** Counts anew what is unseen. */',
    '// Whoever waits for this is told.',
    '/**\n * Stores it, for\n * nobody else does.\n */',
  ])('%j is refused', (comment) => {
    expect(checkComments(file('lib/papers/day.ts', comment))).toHaveLength(1)
    expect(checkProse(file('docs/days.md', comment.replaceAll(' *', '')))).toHaveLength(1)
  })

  test.each([
    "const greeting = 'Dear reader, we begin anew'",
    '// A list, for the popup.',
    '// See begin-anew.tsx.',
  ])('%j is fine', (line) => {
    expect(checkComments(file('lib/papers/day.ts', line))).toEqual([])
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
