import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Messages, readLocale } from './locale'

const glossary = readFileSync(new URL('../../../docs/words.md', import.meta.url), 'utf8')

/** The cells of the tables, row by row, without the heads. */
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| English |'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const retiredIn = (column: number) =>
  rows.flatMap((cells) => (cells[column] ?? '').split(', ')).filter((word) => word !== '')

/** Texts with a retired word, as "key: text (word)". English words are whole words, Chinese has no spaces. */
function findRetired(messages: Messages, retired: readonly string[], isWhole: boolean): string[] {
  return [...messages].flatMap(([key, forms]) =>
    forms.flatMap((form) =>
      retired
        .filter((word) =>
          isWhole ? new RegExp(`\\b${word}\\b`, 'i').test(form) : form.includes(word),
        )
        .map((word) => `${key}: ${form} (${word})`),
    ),
  )
}

describe('words that the glossary has another word for', () => {
  test('are in no English text', () => {
    expect(findRetired(readLocale('en'), retiredIn(3), true)).toEqual([])
  })

  test('are in no Chinese text', () => {
    expect(findRetired(readLocale('zh_CN'), retiredIn(4), false)).toEqual([])
  })

  test('are found', () => {
    const messages = new Map([
      ['data.entries', ['Papers that you keep']],
      ['data.keeper', ['A keeper of papers']],
      ['data.backup', ['浏览器中的第二份副本']],
    ])
    expect(findRetired(messages, ['keep'], true)).toEqual([
      'data.entries: Papers that you keep (keep)',
    ])
    expect(findRetired(messages, ['第二份副本'], false)).toHaveLength(1)
  })
})

test('every row of the glossary has its five cells', () => {
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter((cells) => cells.length !== 5)).toEqual([])
})

test('apostrophes are typographic', () => {
  const straight = [...readLocale('en')].flatMap(([key, forms]) =>
    forms.some((form) => /\w'\w/.test(form)) ? [key] : [],
  )
  expect(straight).toEqual([])
})
