import { browser } from 'wxt/browser'
import { i18n, periodText } from '../../lib/i18n'
import type { Notice } from '../../lib/notify/notices'
import { watchName } from '../../lib/papers/watch'

/** A notification is named by what it opens: a paper, or the digest of a day. */
export const paperPrefix = 'paper/'
export const digestPrefix = 'digest/'

/** The buttons of a notification of one paper, in their order. Firefox has none. */
export const buttons = ['open', 'save'] as const

/** How many titles a notification names. */
const mostNamed = 3

/** Whether the browser lets us, and nobody has the list before their eyes anyway. */
export async function mayNotify(): Promise<boolean> {
  const isAllowed = await browser.permissions.contains({ permissions: ['notifications'] })
  if (!isAllowed || import.meta.env.FIREFOX) return isAllowed
  const open = await browser.runtime.getContexts({ contextTypes: ['POPUP', 'SIDE_PANEL'] })
  return open.length === 0
}

export async function showNotice(notice: Notice): Promise<void> {
  const { id, title, message, hasButtons } = textOf(notice)
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
    ...(hasButtons &&
      !import.meta.env.FIREFOX && {
        buttons: [{ title: i18n.t('notice.open') }, { title: i18n.t('notice.save') }],
      }),
  })
}

function textOf(notice: Notice) {
  if (notice.kind === 'digest') {
    const { day, top, matches, total } = notice.digest
    const titles = [...matches, ...top].slice(0, mostNamed).map(({ paper }) => paper.title)
    const counts = [
      i18n.t('notice.papers', total),
      ...(matches.length === 0 ? [] : [i18n.t('notice.matching', matches.length)]),
    ]
    return {
      id: digestPrefix + day,
      title: i18n.t('notice.digest', [periodText({ kind: 'day', day }, Date.now())]),
      message: [counts.join(' · '), ...titles].join('\n'),
      hasButtons: false,
    }
  }
  const { papers } = notice
  const [{ paper, watches }] = papers
  if (papers.length === 1) {
    return {
      id: paperPrefix + paper.id,
      title: i18n.t('notice.match', [watches.map(watchName).join(', ')]),
      message: paper.title,
      hasButtons: true,
    }
  }
  return {
    id: digestPrefix + (paper.listed?.day ?? ''),
    title: i18n.t('notice.matches', papers.length),
    message: papers
      .slice(0, mostNamed)
      .map((match) => match.paper.title)
      .join('\n'),
    hasButtons: false,
  }
}
