import { describe, expect, test } from 'vitest'
import { markupText } from '../../lib/papers/foreign-text/markup'
import { texLine } from '../../lib/sources/values'
import { hasFieldCases, readFieldCases, wrongCases } from './field-cases'

interface TextCase {
  readonly raw: string
  readonly expected: string
}

describe.skipIf(!hasFieldCases)('the cases from the field about text', () => {
  test('accents of TeX, but for one that asks for the source of italics to be shown', () => {
    const { cases } = readFieldCases<{ cases: TextCase[] }>('tex-accents.json')
    const wrong = wrongCases('tex-accents.json', cases, ({ raw, expected }) => {
      return texLine(raw, 1_000) === expected
    })
    expect(wrong.map(({ raw }) => raw)).toEqual(['\\textit{alia lingua}'])
  })

  test('spaces and signs in what Crossref gives', () => {
    const { cases } = readFieldCases<{ cases: TextCase[] }>('crossref-spaces.json')
    const wrong = wrongCases('crossref-spaces.json', cases, ({ raw, expected }) => {
      return texLine(markupText(raw), 1_000) === expected
    })
    expect(wrong).toEqual([])
  })
})
