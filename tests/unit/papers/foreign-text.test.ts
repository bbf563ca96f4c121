import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markupText } from '../../../lib/papers/foreign-text/markup'
import { oneLine } from '../../../lib/papers/foreign-text/one-line'

describe('one line of text', () => {
  test.each([
    ['a \n  b\tc ', 'a b c'],
    ['a\u00a0b\u2009c', 'a b c'],
    ['a\u0000b\u001fc', 'abc'],
    ['a \u0007 b', 'a b'],
    ['a\u0007b', 'ab'],
    ['\u202eabc\u202c', 'abc'],
    ['\u2066abc\u2069 \u200bd\ufeff', 'abc d'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['a\ud800b', 'ab'],
    ['👩‍💻 work', '👩‍💻 work'],
    ['می‌خواهم', 'می‌خواهم'],
    [' \u200b ', ''],
  ])('%j', (raw, text) => {
    expect(oneLine(raw, 100)).toBe(text)
  })

  test('is cut, but not through a character', () => {
    expect(oneLine('ab👍', 3)).toBe('ab')
  })

  test('holds no sign that is none, whatever comes, and stays as it is when it comes again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (raw, limit) => {
        const line = oneLine(raw, limit)
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\s|\s$/u)
        expect(line.length).toBeLessThanOrEqual(limit)
        expect(oneLine(line, limit)).toBe(line)
      }),
    )
  })
})

function math(inner: string): string {
  return `<mml:math>${inner.replace(/<(\/?)/g, '<$1mml:')}</mml:math>`
}

describe('the text of markup', () => {
  test.each([
    ['<msup><mn>10</mn><mn>6</mn></msup>', '10⁶'],
    ['<msup><mi>R</mi><mi>n</mi></msup>', 'Rⁿ'],
    ['<msup><mi>e</mi><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow></msup>', 'e^(x+y)'],
    ['<msub><mi>x</mi><mn>1</mn></msub>', 'x₁'],
    ['<msub><mi>T</mi><mi>max</mi></msub>', 'T_max'],
    ['<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>', 'xᵢ²'],
    ['<mfrac><mn>1</mn><mn>2</mn></mfrac>', '1/2'],
    ['<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>', 'a/(b+c)'],
    ['<msqrt><mi>n</mi></msqrt>', '√n'],
    ['<mroot><mi>n</mi><mn>3</mn></mroot>', '³√n'],
    ['<mover><mi>x</mi><mo>^</mo></mover>', 'x̂'],
    ['<msup><mi>f</mi><mo>′</mo></msup>', 'f′'],
    ['<mi>a</mi><mo>&lt;</mo><mi>b</mi>', 'a<b'],
    ['<semantics><mi>α</mi><annotation>\\alpha</annotation></semantics>', 'α'],
  ])('MathML keeps its structure: %s', (inner, text) => {
    expect(markupText(`In ${math(inner)}`)).toBe(`In ${text}`)
  })

  test.each([
    ['10<sup>6</sup> and 2<sup>-3</sup>', '10⁶ and 2⁻³'],
    ['H<sub>2</sub>O and x<sub>i</sub>', 'H2O and xi'],
    ['Ca<sup>2+</sup>', 'Ca2+'],
    ['the<i>k</i>-means', 'the k-means'],
    ['<b>L</b>ane and <i>Kilo</i>bytes', 'Lane and Kilo bytes'],
    ['A<i>B</i>c', 'ABc'],
    ['a 2<i>n</i>bound', 'a 2nbound'],
    ['&eacute; &Oslash; &hearts; &frac12; &ZWJ;', 'é Ø &hearts; ½ &ZWJ;'],
    ['AT&T; & others', 'AT&T; & others'],
  ])('%s', (markup, text) => {
    expect(markupText(markup)).toBe(text)
  })

  test('takes the time of one look, however many tags there are', () => {
    for (const piece of [
      '<i>a</i>b',
      '<i>',
      '</i>',
      '<sup>1',
      '<mml:math>',
      '<mml:math><mml:msup>',
      'a<b>',
    ]) {
      const start = performance.now()
      markupText(piece.repeat(40_000))
      expect(performance.now() - start, piece).toBeLessThan(2_000)
    }
  })

  test('is the text itself where there is no markup', () => {
    const unit = fc.constantFrom('a', 'É', ' ', '<', '>', '$', '1', '-')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        fc.pre(!/<\/?[a-z]/i.test(text))
        expect(markupText(text)).toBe(text)
      }),
    )
  })
})
