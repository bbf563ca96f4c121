import { describe, expect, test } from 'vitest'
import { parseColor } from '../../../lib/annotate/ground'

describe('computed colours', () => {
  test.each([
    ['rgb(255, 0, 51)', { red: 1, green: 0, blue: 0.2, alpha: 1 }],
    ['rgba(0, 0, 0, 0)', { red: 0, green: 0, blue: 0, alpha: 0 }],
    ['rgb(255 255 255 / 50%)', { red: 1, green: 1, blue: 1, alpha: 0.5 }],
    ['color(srgb 0.1 0.2 0.3 / 0.5)', { red: 0.1, green: 0.2, blue: 0.3, alpha: 0.5 }],
    ['oklch(0.13 0.028 261.7)', { red: 0.13, green: 0.13, blue: 0.13, alpha: 1 }],
    ['oklch(0.13 0.028 261.7 / 0.4)', { red: 0.13, green: 0.13, blue: 0.13, alpha: 0.4 }],
    ['lab(50 20 30)', { red: 0.5, green: 0.5, blue: 0.5, alpha: 1 }],
  ])('%s', (value, color) => {
    expect(parseColor(value)).toEqual(color)
  })

  test('what is no colour', () => {
    expect(parseColor('none')).toBeUndefined()
    expect(parseColor('')).toBeUndefined()
  })
})
