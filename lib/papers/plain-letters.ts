/** Letters that no decomposition of Unicode leads to plain ones, in small letters, and how they are written plainly. */
const plain: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
}
const withoutPlainForm = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/**
 * A text in small letters, without the marks on them, and with plain ones in the place of those that have no plain
 * form: `Łoś` is `los`, `Groß` is `gross`. Letters of other scripts stay.
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(withoutPlainForm, (letter) => plain[letter] ?? letter)
}
