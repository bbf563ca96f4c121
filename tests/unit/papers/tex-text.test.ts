import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texText } from '../../../lib/papers/foreign-text/tex-text'

describe('text out of TeX', () => {
  test.each([
    ["R\\'enyi", 'Rényi'],
    ["Poincar\\'{e} and Poincar{\\'e}", 'Poincaré and Poincaré'],
    ['Schr\\"odinger, H{\\"o}lder, Erd\\H{o}s', 'Schrödinger, Hölder, Erdős'],
    ['Ni\\~no', 'Niño'],
    ["\\'Etude \\`a", 'Étude à'],
    ['Na\\"{\\i}ve, na\\"\\i ve', 'Naïve, naïve'],
    ['\\L{}o\\\'s, \\O{}rsted, Gro\\ss{}, \\AA{}ngstr\\"om', 'Łoś, Ørsted, Groß, Ångström'],
    ['Fran\\c{c}ois, Fran\\c cois, \\v{C}ech, \\v Cech', 'François, François, Čech, Čech'],
    ['S{\\o}ren \\o re', 'Søren øre'],
    ['A \\& B, 50\\% less, a\\_b, \\#1', 'A & B, 50% less, a_b, #1'],
    ['\\$5 a month', '$5 a month'],
    ['Table~1, Fig.~2, 5~GB, see~(1)', 'Table 1, Fig. 2, 5 GB, see (1)'],
    ["``quoted'' and `so'", '“quoted” and ‘so’'],
    ['2019--2020, Navier--Stokes, so --- and', '2019–2020, Navier–Stokes, so — and'],
    ['an \\emph{alia} and {\\it lingua}', 'an alia and lingua'],
    ['at \\url{https://example.org/a}', 'at https://example.org/a'],
    ['at \\href{https://example.org}{a place}', 'at a place'],
    ['more\\ldots and\\dots', 'more… and…'],
  ])('%s', (tex, text) => {
    expect(texText(tex)).toBe(text)
  })

  test.each([
    'Plain text',
    "$R\\'enyi$",
    "$\\'e$ stays",
    'The $\\tilde{O}(n)$ Bound',
    'C:\\new\\table',
    'C:\\code\\vim',
    '\\unknown{a}',
    'run --all',
    'from ~20 to 5~10, at example.org/~lane',
    '<!-- a -->',
    "it's `code` and 'that'",
    '\\',
    '{a: 1}',
    '\\$x\\$',
  ])('%s stays', (text) => {
    expect(texText(text)).toBe(text)
  })

  test('leaves what is between the dollars of a formula', () => {
    const unit = fc.constantFrom('\\', "'", 'e', '{', '}', '~', '-', '"', 'c', ' ', '`', '%')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (inner) => {
        const formula = `$a${inner.replace(/[\\]/g, '')}b$`
        expect(texText(`R\\'enyi ${formula} B`)).toContain(formula)
      }),
    )
  })

  test('takes the time of one look, whatever is in it', () => {
    for (const piece of [
      '\\',
      '{\\',
      "\\'",
      '``',
      '`a',
      '--',
      '\\emph{',
      '\\href{',
      '{\\it ',
      '~',
      '\\c ',
      "''",
    ]) {
      const start = performance.now()
      texText(piece.repeat(20_000))
      expect(performance.now() - start, piece).toBeLessThan(2_000)
    }
  })
})
