import type { Failure } from '../errors/result'
import { failureText, i18n, shortDayText } from '../i18n'
import type { Knowledge } from '../messaging/protocol'
import { element, guest } from './element'
import { groundOf } from './ground'
import css from './mark.css?inline'
import { saveButton, type Toggle } from './save-button'
import { factsOf, statusLabel } from './words'

export interface Mark {
  readonly host: HTMLElement
  show(known: Knowledge): void
  showFailure(failure: Failure): void
}

/**
 * The small mark behind a mention of a paper that is saved, read or listed.
 *
 * @param anchor the mention that it will stand behind
 */
export function createMark(anchor: Element, toggle: Toggle): Mark {
  const { host, body } = guest('dogear-mark', css, groundOf(anchor))
  const save = saveButton(toggle)
  const alert = element('span', '')
  alert.role = 'alert'
  body.append(save.button, alert)
  const ground = body.className
  return {
    host,
    show(known) {
      body.className = known.status === undefined ? ground : `${ground} ${known.status}`
      save.show(known, textOf(known))
      save.button.ariaLabel = spokenTextOf(known)
      alert.textContent = ''
    },
    showFailure(failure) {
      alert.textContent = failureText(failure, Date.now())
    },
  }
}

/** "saved · kv-cache", "read 12 March", "▲ 29 · #5 on 22 July". */
function textOf(known: Knowledge): string {
  if (known.status === undefined) {
    return factsOf(known)
      .map(({ text }) => text)
      .join(' · ')
  }
  return [statusWithDay(known), ...known.tags].join(' · ')
}

function spokenTextOf(known: Knowledge): string {
  if (known.status !== undefined) return textOf(known)
  return [i18n.t('paper.save'), ...factsOf(known).map(({ spoken }) => spoken)].join(', ')
}

function statusWithDay({ status, statusAt }: Knowledge): string {
  if (status === undefined) return ''
  if (status !== 'read' || statusAt === undefined) return statusLabel(status)
  return `${statusLabel(status)} ${shortDayText(localDay(statusAt))}`
}

/** The day of the user's own calendar on which something happened. */
function localDay(time: number): string {
  const date = new Date(time)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
