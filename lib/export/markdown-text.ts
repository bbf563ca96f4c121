import { splitFormulas } from '../papers/formulas'

/**
 * A text as Markdown shows it as it is, also the kind that turns dollars into formulas. What the screen shows as a
 * formula stays one.
 *
 * The signs: https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function markdownText(text: string): string {
  return splitFormulas(text)
    .map(({ source, formula }) =>
      formula !== undefined && isSafe(formula)
        ? source
        : source.replace(/[\\`*_[\]<>&~$]/g, '\\$&'),
    )
    .join('')
}

/** Whether a formula leaves the link whole that it stands in. */
function isSafe(formula: string): boolean {
  return !/[[\]`<]/.test(formula)
}

/** A link. An address has no sign of its own in it but brackets, which would end it. */
export function markdownLink(text: string, address: string): string {
  const target = address.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `[${markdownText(text)}](${target})`
}
