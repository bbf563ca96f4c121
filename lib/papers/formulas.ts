/** A part of a text: words as they are, or a formula. */
export interface TextPart {
  /** As it was written, dollar signs included. */
  readonly source: string
  /** Where in the text it begins. */
  readonly at: number
  /** The LaTeX between the dollar signs; absent where the part is words. */
  readonly formula?: string
}

/** Longer ones are no formulas of a line of text. */
const longestFormula = 400
/** More of them in one text stay as they were written. */
const mostFormulas = 200

/*
 * As Pandoc tells formulas from prices (https://pandoc.org/MANUAL.html#math): no white space inside next to the
 * dollar signs, and no digit after the second one.
 */
const candidate = /(?<![\\$])(\${1,2})(?![\s$])((?:\\.|[^\\$])+?)(?<![\s\\])\1(?![\d$])/gs

/** Parts a text at its formulas, which are LaTeX between dollar signs. Put together again, the parts are the text. */
export function splitFormulas(text: string): readonly TextPart[] {
  if (!text.includes('$')) return [{ source: text, at: 0 }]
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: source, 2: formula = '', index } of text.matchAll(candidate)) {
    if (formula.length > longestFormula || isPrice(formula) || parts.length > 2 * mostFormulas) {
      continue
    }
    if (index > end) parts.push({ source: text.slice(end, index), at: end })
    parts.push({ source, at: index, formula })
    end = index + source.length
  }
  if (end < text.length || parts.length === 0) parts.push({ source: text.slice(end), at: end })
  return parts
}

export function hasFormula(text: string): boolean {
  return splitFormulas(text).some(({ formula }) => formula !== undefined)
}

/** "5 to 10": what stands between two prices whose second one has its sign behind it. */
function isPrice(formula: string): boolean {
  return /^\d/.test(formula) && /(?:^|\s)\p{L}{2,}\s/u.test(formula)
}
