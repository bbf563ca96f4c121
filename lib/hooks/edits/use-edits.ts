import { useMemo } from 'preact/hooks'
import { send } from '../../messaging/send'
import { createEdits, type Edits } from './edits'

/** The user's edits. */
export function useEdits(): Edits {
  return useMemo(() => createEdits(send), [])
}
