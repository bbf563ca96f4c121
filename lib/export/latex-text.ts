import { splitFormulas } from '../papers/formulas'

/**
 * A text as LaTeX that every reader of BibTeX turns back into the same text. What the screen shows as a formula stays
 * one; all else is text, also where TeX would take it for a command.
 */
export function latexText(text: string): string {
  return splitFormulas(text)
    .map(({ source, formula }) => {
      const kept = formula === undefined ? undefined : keptFormula(formula)
      return kept === undefined ? latexWords(source) : `$${kept}$`
    })
    .join('')
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
/** BibTeX counts braces with a backslash too: where they are not in pairs, they have to be written otherwise. */
const loneBraces: Readonly<Record<string, string>> = {
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

function latexWords(text: string): string {
  const braces = hasBalancedBraces(text) ? {} : loneBraces
  const signs = { ...special, ...braces }
  return text
    .normalize('NFC')
    .replace(/[\\~^&%$#_{}]/g, (sign) => signs[sign] ?? `\\${sign}`)
    .replace(/[^\0-\x7f]/g, (letter) => latexLetter(letter) ?? letter)
}

/**
 * Marks on letters, as LaTeX writes them. Those that some reader does not know (the dot and the line below, two marks
 * on one letter) are not here: such a letter stays as it is.
 */
const marks: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0327': 'c',
  '\u0328': 'k',
}

/** Pandoc loses `\dj`, `\dh` and `\th`, and bibutils reads `\oe` as `\o`: those letters stay as they are. */
const letters: Readonly<Record<string, string>> = {
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
}

/**
 * In braces, as BibTeX needs it to find initials: `{\'E}va` is É. (`{\"i}` with its dot, since half of the readers
 * set the mark of `{\"\i}` beside the letter.)
 */
function latexLetter(letter: string): string | undefined {
  const [base = '', mark = '', ...others] = letter.normalize('NFD')
  const command = marks[mark]
  if (command === undefined || others.length > 0 || !/[a-z]/i.test(base)) return letters[letter]
  return /[a-z]/i.test(command) ? `{\\${command}{${base}}}` : `{\\${command}${base}}`
}

/** A formula as a field of BibTeX can hold it; undefined where it would tear the field apart. */
function keptFormula(formula: string): string | undefined {
  // BibTeX counts every brace of a formula, and TeX only those that are not escaped.
  if (!hasBalancedBraces(formula) || !hasBalancedBraces(formula.replace(/\\[{}\\]/g, ''))) {
    return undefined
  }
  // TeX takes what follows a per cent sign for a remark, and the number sign for a parameter.
  return formula.replace(/\\.|[%#]/gs, (sign) => (sign.length > 1 ? sign : `\\${sign}`))
}

function hasBalancedBraces(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
