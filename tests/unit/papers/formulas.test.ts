import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitFormulas } from '../../../lib/papers/formulas'

function formulasOf(text: string): string[] {
  return splitFormulas(text).flatMap(({ formula }) => (formula === undefined ? [] : [formula]))
}

describe('formulas in a text', () => {
  test.each([
    ['Exact Keys in $O(n \\log n)$ Time', ['O(n \\log n)']],
    ['X$^3$: Moving On', ['^3']],
    ['$\\alpha$-$\\beta$ Search', ['\\alpha', '\\beta']],
    ['$\\mathcal{J}$\\&$\\mathcal{F}$', ['\\mathcal{J}', '\\mathcal{F}']],
    ['A pass of $100\\%$ and $\\$5$', ['100\\%', '\\$5']],
    ['Displayed $$E = m$$ here', ['E = m']],
    ['(within $1/2$)', ['1/2']],
  ])('are found: %s', (text, formulas) => {
    expect(formulasOf(text)).toEqual(formulas)
  })

  test.each([
    'It costs $5 and $10',
    'From $5–$10 a day',
    'A Model of $200k',
    'Repairs for 1$: Cheap at Last',
    'Between 1$ and 2$ a day',
    'From $20 an hour to 30$ each',
    'No dollars at all',
    'An escaped \\$x\\$',
    '$',
    '$$',
    '$$$$',
    `$${'x'.repeat(401)}$`,
  ])('are not seen in: %s', (text) => {
    expect(splitFormulas(text)).toEqual([{ source: text, at: 0 }])
  })

  test('leave nothing of the text out', () => {
    const texts = fc.array(fc.constantFrom('$', '$$', '\\', ' ', 'a', '5', '\n', '{', 'word '), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('')
        expect(
          splitFormulas(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('are found in time, however the text is made', () => {
    for (const text of ['$a'.repeat(10_000), '$'.repeat(20_000), '$\\'.repeat(10_000)]) {
      expect(splitFormulas(text).length).toBeGreaterThan(0)
    }
  })
})
