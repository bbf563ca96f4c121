import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { splitFormulas, type TextPart } from '../lib/papers/formulas'
import './formula-text.css'

type Draw = (formula: string) => Element | undefined

/** Once it is there, the next text has its formulas from the beginning. */
let loaded: Draw | undefined

/** A text with its formulas drawn. What draws them is large, and comes when there is a formula to draw. */
export function FormulaText({ text }: { text: string }) {
  const parts = useMemo(() => splitFormulas(text), [text])
  const draw = useDraw(parts.some(({ formula }) => formula !== undefined))
  if (draw === undefined) return <>{text}</>
  return (
    <>
      {parts.map((part) =>
        part.formula === undefined ? (
          part.source
        ) : (
          <Formula key={part.at} part={part} draw={draw} />
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

function Formula({ part, draw }: { part: TextPart; draw: Draw }) {
  const place = useRef<HTMLSpanElement>(null)
  const drawing = useMemo(() => draw(part.formula ?? ''), [part.formula, draw])
  useLayoutEffect(() => {
    if (drawing !== undefined) place.current?.replaceChildren(drawing)
  }, [drawing])
  if (drawing === undefined) return <>{part.source}</>
  return <span ref={place} class="formula" />
}
