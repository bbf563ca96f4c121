import { type Finding, findInComments, type SourceFile } from './source-files'

/** Words that make a comment a riddle, and what to write instead. */
const words: readonly (readonly [RegExp, string])[] = [
  [/(?<![-\w])dear(?:er|est)?\b/gi, 'costly'],
  [/(?<![-\w])anew\b/gi, 'again'],
  [/\bwho(?:so)?ever\b/gi, 'anyone, or the one that is meant'],
  [/, for\s+(?:he|it|nobody|nothing|she|there|they|we|you)\s+\w+/gi, 'because'],
]

/** Comments are written in plain words. */
export function checkComments(file: SourceFile): Finding[] {
  return words.flatMap(([pattern, instead]) =>
    findInComments(file, pattern).map(({ match, line }) => found(file, line, match[0], instead)),
  )
}

/** So is the documentation. */
export function checkProse(file: SourceFile): Finding[] {
  return words.flatMap(([pattern, instead]) =>
    [...file.text.matchAll(pattern)].map((match) => {
      const line = file.text.slice(0, match.index).split('\n').length
      return found(file, line, match[0], instead)
    }),
  )
}

function found({ path }: SourceFile, line: number, words: string, instead: string): Finding {
  return `${path}:${line} "${words.replace(/\s+/g, ' ')}" is no plain word: ${instead}`
}
