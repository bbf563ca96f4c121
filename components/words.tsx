import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The part of a paper that a text is. */
export type TextKind = 'title' | 'org' | 'tag'

/** How texts of papers are shown here; undefined where they are shown as they are. */
export const Marking = createContext<
  ((text: string, kind: TextKind) => ComponentChildren) | undefined
>(undefined)

/** A text of a paper, with the words marked that were looked for. */
export function Words({ of, kind }: { of: string; kind: TextKind }) {
  const mark = useContext(Marking)
  return <>{mark === undefined ? of : mark(of, kind)}</>
}
