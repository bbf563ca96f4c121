import { useMemo } from 'preact/hooks'
import { send } from '../messaging/send'
import { createEdits, type Edits } from './edits'

/** The user's edits, which can be undone for as long as the page is open. */
export function useEdits(): Edits {
  return useMemo(() => createEdits(send), [])
}
