const address = /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\//i
const prefix = /^(?:doi:\s*|info:doi\/)/i

/**
 * `10.`, the registrant, a slash, and a suffix of letters and signs. Refused in the suffix: white space,
 * control characters, lone surrogates, and the dashes and invisible marks that typesetting leaves in a
 * copied DOI.
 */
const doi = /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}\p{Cs}\u00a1-\u00bf\u2000-\u206f]{1,500}$/u

/**
 * Reads a DOI that is the whole text: bare, after `doi:` or `info:doi/`, or as an address of doi.org.
 *
 * The format: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html
 *
 * @returns the DOI in lower case, because DOIs don't tell the cases apart; undefined when the text is none,
 * and for a short DOI (10/abc), which only doi.org can resolve
 */
export function parseDoi(text: string): string | undefined {
  const trimmed = text.trim()
  const rest = trimmed.replace(address, '')
  const name = rest === trimmed ? trimmed : decoded(withoutQuery(rest))
  const candidate = withCheckCharacter(
    withoutTrailingSlashes(name.replace(prefix, '')),
  ).toLowerCase()
  return doi.test(candidate) && !hasDotSegment(candidate) ? candidate : undefined
}

function withoutQuery(rest: string): string {
  return rest.replace(/[?#].*$/s, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function withoutTrailingSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}

/** Old Wiley DOIs end in a check character; where it is `#`, an address takes it for an empty fragment. */
function withCheckCharacter(text: string): string {
  return text.endsWith(';2-') ? `${text}#` : text
}

/** An address can't hold the path segments `.` and `..`, so neither can what we print as one. */
function hasDotSegment(text: string): boolean {
  return text.split('/').some((segment) => segment === '.' || segment === '..')
}
