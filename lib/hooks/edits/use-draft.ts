import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { createDraft } from './draft'

/**
 * A text that is stored as it is written: after a pause, when its field is left, and when the page or the field
 * goes away. A popup closes when it loses the focus, and its very last message does not always arrive, so
 * each sign that it is about to close counts.
 *
 * @param store returns whether it was stored
 */
export function useDraft(stored: string, store: (text: string) => Promise<boolean>) {
  const latest = useRef(store)
  latest.current = store
  const draft = useMemo(() => createDraft(stored, (text) => latest.current(text)), [])
  const [text, setText] = useState(stored)

  useEffect(() => {
    draft.update(stored)
    setText(draft.text)
  }, [draft, stored])
  useEffect(() => {
    const goings = ['beforeunload', 'pagehide', 'blur'] as const
    document.addEventListener('visibilitychange', draft.flush)
    for (const going of goings) addEventListener(going, draft.flush)
    return () => {
      draft.flush()
      document.removeEventListener('visibilitychange', draft.flush)
      for (const going of goings) removeEventListener(going, draft.flush)
    }
  }, [draft])

  return {
    text,
    write(written: string): void {
      draft.write(written)
      setText(written)
    },
    flush: draft.flush,
  }
}
