/*
 * Numbers above and below the line, in the signs that Unicode has for them.
 */

const above = signsOf('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')
const below = signsOf('0123456789+-−=()aeijoruvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₒᵣᵤᵥₓ')

/** `10` and `6` as `10⁶`; undefined where there is no sign for something in it. */
export function raised(text: string): string | undefined {
  return inSigns(text, above)
}

export function lowered(text: string): string | undefined {
  return inSigns(text, below)
}

function inSigns(text: string, signs: ReadonlyMap<string, string>): string | undefined {
  const written = [...text].map((sign) => signs.get(sign))
  return text === '' || written.includes(undefined) ? undefined : written.join('')
}

function signsOf(plain: string, signs: string): ReadonlyMap<string, string> {
  const written = [...signs]
  return new Map([...plain].map((sign, index) => [sign, written[index] ?? sign]))
}
