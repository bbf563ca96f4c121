import { useCallback, useRef, useState } from 'preact/hooks'
import { send } from '../../messaging/send'

/** The user's tags, to complete what is typed; read again with each call of `load`. */
export function useTagCompletions(): {
  tags: readonly string[]
  load: (typed: string) => Promise<void>
} {
  const [tags, setTags] = useState<readonly string[]>([])
  const newest = useRef('')
  const load = useCallback(async (typed: string) => {
    newest.current = typed
    const answer = await send('listTags', { typed })
    // Without them a tag is typed out.
    if (answer.ok && typed === newest.current) setTags(answer.value)
  }, [])
  return { tags, load }
}
