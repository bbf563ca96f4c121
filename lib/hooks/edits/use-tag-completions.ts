import { useCallback, useState } from 'preact/hooks'
import { send } from '../../messaging/send'

/** The user's tags, to complete what is typed; read again with each call of `load`. */
export function useTagCompletions(): { tags: readonly string[]; load: () => Promise<void> } {
  const [tags, setTags] = useState<readonly string[]>([])
  const load = useCallback(async () => {
    const answer = await send('listTags', {})
    // Without them a tag is typed out.
    if (answer.ok) setTags(answer.value)
  }, [])
  return { tags, load }
}
