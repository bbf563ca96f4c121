import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { splitFormulas, type TextPart } from '../../lib/papers/formulas'
import './formula-text.css'

type Draw = (formula: string) => Element | undefined

/** Kept once it is loaded, so that later texts have their formulas from the first frame on. */
let loaded: Draw | undefined

interface Props {
  text: string
  /** The text names the control that it is in. A drawn formula is no part of a name, so its words are added. */
  isName?: boolean
}

/** A text with its formulas drawn. What draws them is large, and comes when there is a formula to draw. */
export function FormulaText({ text, isName = false }: Props) {
  const parts = useMemo(() => splitFormulas(text), [text])
  const draw = useDraw(parts.some(({ formula }) => formula !== undefined))
  if (draw === undefined) return <>{text}</>
  return (
    <>
      {parts.map((part) =>
        part.formula === undefined ? (
          part.source
        ) : (
          <Formula key={part.at} part={part} draw={draw} isName={isName} />
        ),
      )}
    </>
  )
}

function useDraw(isNeeded: boolean): Draw | undefined {
  const [draw, setDraw] = useState<Draw | undefined>(() => loaded)
  useEffect(() => {
    if (!isNeeded || draw !== undefined) return
    let isMounted = true
    void import('./formula-drawing').then(({ drawFormula }) => {
      loaded = drawFormula
      if (isMounted) setDraw(() => drawFormula)
    })
    return () => {
      isMounted = false
    }
  }, [isNeeded, draw])
  return isNeeded ? draw : undefined
}

interface FormulaProps {
  part: TextPart
  draw: Draw
  isName: boolean
}

function Formula({ part, draw, isName }: FormulaProps) {
  const place = useRef<HTMLSpanElement>(null)
  const drawing = useMemo(() => draw(part.formula ?? ''), [part.formula, draw])
  useLayoutEffect(() => {
    if (drawing !== undefined) place.current?.replaceChildren(drawing)
  }, [drawing])
  if (drawing === undefined) return <>{part.source}</>
  return (
    <>
      <span ref={place} class="formula" aria-hidden={isName} />
      {isName && <span class="only-spoken">{wordsOf(drawing)}</span>}
    </>
  )
}

/** "O(n log n)": what is drawn, with its spaces. */
function wordsOf(drawing: Element): string {
  const leaves = [...drawing.querySelectorAll('*')].filter(({ children }) => children.length === 0)
  return leaves
    .map(({ localName, textContent }) => (localName === 'mspace' ? ' ' : textContent))
    .join('')
    .replace(/\u2061/g, '')
}
