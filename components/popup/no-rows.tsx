import { filtersText, i18n } from '../../lib/i18n'
import { BlankList } from '../controls/blank-list'
import { ListState } from './list-state'
import { UnreadableState } from './unreadable-state'
import type { ListOnScreen } from './use-list-on-screen'

interface Props {
  list: ListOnScreen
  /** `YYYY-MM-DD` */
  today: string
}

/** In place of the rows of a list that has none to show: it can't be read, all are left out, or it is empty. */
export function NoRows({ list: { shown, go }, today }: Props) {
  const { rows, arranging, replacements } = shown
  if (shown.readFailure !== undefined) return <UnreadableState failure={shown.readFailure} />
  if (rows.length > 0) {
    return (
      <BlankList
        title={i18n.t('arrange.nonePasses', [filtersText(arranging.arrangement)])}
        action={{ label: i18n.t('arrange.showAll'), onPress: arranging.showAll }}
      />
    )
  }
  if (replacements > 0) {
    return (
      <BlankList
        title={i18n.t('source.onlyReplacements', replacements)}
        action={{ label: i18n.t('source.showThem'), onPress: shown.toggleReplacements }}
      />
    )
  }
  if (shown.state === 'loading' || shown.period.kind === 'latest') return null
  return <ListState shown={shown} today={today} onShowDay={go.goTo} />
}
