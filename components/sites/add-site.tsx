import type { RefObject } from 'preact'
import type { ReadySites } from '../../lib/hooks/settings/use-sites'
import { i18n } from '../../lib/i18n'
import { additionOf } from '../../lib/settings/site-switches'
import { readTypedSite, type TypedSiteProblem } from '../../lib/settings/typed-site'
import { AddForm } from '../controls/add-form'
import type { SiteSwitching } from './site-switching'

interface Props {
  now: ReadySites
  switching: SiteSwitching
  field: RefObject<HTMLInputElement | null>
}

/** Lets Dogear on a site that no list of ours has. */
export function AddSite({ now, switching, field }: Props) {
  function add(text: string): string | Promise<boolean> {
    const { origin, problem } = readTypedSite(text)
    if (problem !== undefined) return problemText(problem)
    const addition = additionOf(origin, now.switches, now.others, now.required)
    switch (addition.kind) {
      case 'on':
        return i18n.t('sites.problemOn')
      case 'source':
        return i18n.t('sites.problemSource')
      case 'site':
        return switching.turnOn([addition.one])
      default:
        return switching.allow(origin)
    }
  }

  return (
    <AddForm
      id="add-site"
      label={i18n.t('sites.addLabel')}
      button={i18n.t('sites.addButton')}
      field={field}
      input={{ inputMode: 'url', maxLength: 2_000, placeholder: 'blog.example.org' }}
      above={now.others.length}
      onAdd={add}
    />
  )
}

function problemText(problem: TypedSiteProblem): string {
  switch (problem) {
    case 'empty':
      return i18n.t('sites.problemEmpty')
    case 'no-address':
      return i18n.t('sites.problemNoAddress')
    case 'not-safe':
      return i18n.t('sites.problemNotSafe')
    case 'closed':
      return i18n.t('sites.problemClosed')
  }
}
