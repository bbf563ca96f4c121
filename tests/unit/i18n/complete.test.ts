import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../architecture/source-files'
import { isWrittenIn, keysUsedIn, messagesOf, placeholdersOf, readLocale } from './locale'

const english = readLocale('en')
const translations = ['zh_CN'].map((name) => ({ name, messages: readLocale(name) }))

const code = [
  ...readSources(['lib', 'components', 'entrypoints']).map(({ text }) => text),
  readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8'),
].join('\n')

describe.each(translations)('$name', ({ messages }) => {
  test('has every key of the English text and no other', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('has the placeholders of the English text', () => {
    const placeholders = (all: typeof english) =>
      Object.fromEntries([...all].map(([key, forms]) => [key, placeholdersOf(forms)]))
    expect(placeholders(messages)).toEqual(placeholders(english))
  })

  test('has no empty text', () => {
    expect(keysOfEmptyTexts(messages)).toEqual([])
  })
})

describe('the English text', () => {
  test('has no empty text', () => {
    expect(keysOfEmptyTexts(english)).toEqual([])
  })

  test('has every key that is used', () => {
    expect(keysUsedIn(code).filter((key) => !english.has(key))).toEqual([])
  })

  test('has no key that is not used', () => {
    expect([...english.keys()].filter((key) => !isWrittenIn(code, key))).toEqual([])
  })
})

test('no key is put together at run time, where nobody would find it', () => {
  expect(code.match(/\bt\(\s*`[^`]*`/g) ?? []).toEqual([])
})

describe('the check itself', () => {
  test('knows a message with several forms from a group of messages', () => {
    const messages = messagesOf({ paper: { votes: { 1: '1 vote', n: '$1 votes' }, tags: 'Tags' } })
    expect([...messages]).toEqual([
      ['paper.votes', ['1 vote', '$1 votes']],
      ['paper.tags', ['Tags']],
    ])
  })

  test('finds placeholders of both kinds', () => {
    expect(placeholdersOf(['1 paper of {day}', '$1 papers of {day}'])).toEqual(['$1', '{day}'])
  })

  test('finds the keys in code', () => {
    const sample = "i18n.t('paper.votes', count)\nname: '__MSG_extension_name__'\nsplit('x.y')"
    expect(keysUsedIn(sample)).toEqual(['paper.votes', 'extension.name'])
    expect(isWrittenIn("const label = { saved: 'status.saved' }", 'status.saved')).toBe(true)
    expect(isWrittenIn("i18n.t('status.savedNow')", 'status.saved')).toBe(false)
  })
})

function keysOfEmptyTexts(messages: typeof english): string[] {
  return [...messages].flatMap(([key, forms]) =>
    forms.some((form) => form.trim() === '') ? [key] : [],
  )
}
