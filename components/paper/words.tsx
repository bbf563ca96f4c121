import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { hasFormula } from '../../lib/papers/formulas'
import { FormulaText } from './formula-text'

/** The part of a paper that a text is. */
export type TextKind = 'title' | 'org' | 'tag'

/** How texts of papers are shown here; undefined where they are shown as they are. */
export const Marking = createContext<
  ((text: string, kind: TextKind) => ComponentChildren) | undefined
>(undefined)

/** A text of a paper, with the words marked that were looked for, or its formulas drawn where it has any. */
export function Words({ of, kind }: { of: string; kind: TextKind }) {
  const mark = useContext(Marking)
  if (mark === undefined || hasFormula(of))
    return <FormulaText text={of} isName={kind === 'title'} />
  return <>{mark(of, kind)}</>
}
