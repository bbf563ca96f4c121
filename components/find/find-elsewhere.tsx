import { Search } from 'lucide'
import type { PaperSearch } from '../../lib/hooks/find/use-paper-search'
import { useNow } from '../../lib/hooks/use-now'
import { failureText, i18n } from '../../lib/i18n'
import { Icon } from '../controls/icon'
import { Notice } from '../controls/notice'

interface Props {
  /** What was typed, without filters. */
  words: string
  search: PaperSearch
  /** Asks for the words. */
  onAsk: () => void
}

/** Asks Hugging Face for what was typed, once the user wants that, and tells how it goes. */
export function FindElsewhere({ words, search, onAsk }: Props) {
  const now = useNow()
  const { state } = search.now
  if (search.now.state === 'searching') {
    const stop = { label: i18n.t('find.stop'), onPress: search.stop }
    return <Notice action={stop}>{i18n.t('find.asking', [search.now.words])}</Notice>
  }
  const isAsked = state !== 'idle' && search.now.words === words
  if (search.now.state === 'failed' && isAsked) {
    const again = { label: i18n.t('state.tryAgain'), onPress: onAsk }
    return (
      <Notice isProblem action={again}>
        {failureText(search.now.failure, now)}
      </Notice>
    )
  }
  if (words === '' || isAsked) return null
  return (
    <div class="find-elsewhere">
      <button type="button" onClick={onAsk}>
        <Icon of={Search} />
        <span>{i18n.t('find.elsewhere', [words])}</span>
        <kbd>⇧↵</kbd>
      </button>
      <p>{i18n.t('find.sent')}</p>
    </div>
  )
}
