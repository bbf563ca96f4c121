import { expect, test } from 'vitest'
import { growthOf, isLinear } from './measure'
import { oddTexts } from './odd-text'
import { type Reader, readers } from './readers'

/*
 * Who is sent a text of 8 MB must not be kept busy by it. Each function that reads text from outside is given odd texts
 * of two sizes, and may take no longer than in proportion.
 */

test.each(Object.entries(readers))(
  '%s takes as long as the text',
  {
    timeout: 600_000,
  },
  (_name, reader: Reader) => {
    const read = reader.read as (given: unknown) => unknown
    const slow = oddTexts.flatMap(([what, textOf]) => {
      const growth = growthOf(read, (size) => reader.make(textOf(size / reader.places)))
      return isLinear(growth) ? [] : `${what}: ${Math.round(growth)} times for 8 times the text`
    })
    expect(slow).toEqual([])
  },
)

/** What reads no text, or only what others of the list have read. */
const others = new Set([
  'newYorkTime',
  'newYorkDay',
  'childrenOf',
  'arxivPaperId',
  'toPageReading',
  'ReplyError',
])

test('every function that reads what is outside is in the list', () => {
  const modules = import.meta.glob<Record<string, unknown>>(
    ['../../../lib/sources/*.ts', '../../../lib/sites/read/*.ts'],
    { eager: true },
  )
  const isReader = (value: unknown) =>
    typeof value === 'function' || (typeof value === 'object' && value !== null && 'read' in value)
  const exported = Object.values(modules).flatMap((module) =>
    Object.keys(module).filter((name) => isReader(module[name])),
  )
  const listed = new Set(Object.keys(readers).map((name) => name.split(/[,. ]/)[0]))
  expect(exported.length).toBeGreaterThan(50)
  expect(exported.filter((name) => !listed.has(name) && !others.has(name))).toEqual([])
})
