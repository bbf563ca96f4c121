import type { Answer } from '../../lib/hooks/edits/change-setting'
import type { Sites } from '../../lib/hooks/settings/use-sites'
import { i18n } from '../../lib/i18n'
import { hostOf, isForAll } from '../../lib/settings/origins'
import type { SiteSwitch } from '../../lib/settings/site-switches'
import type { Reporter, Toast } from '../controls/toast'

/**
 * What the controls do to sites. Each asks the browser within the handler that calls it, and returns whether it
 * was done.
 */
export interface SiteSwitching {
  toggle(one: SiteSwitch): Promise<boolean>
  turnOn(switches: readonly SiteSwitch[]): Promise<boolean>
  allow(origin: string): Promise<boolean>
  withdraw(origin: string): Promise<boolean>
}

/** Switches sites, tells what came of it, and offers to take back what was taken away. */
export function siteSwitching(sites: Sites, reporter: Reporter): SiteSwitching {
  const { report, reportFailure } = reporter
  async function tell(answer: Answer, toast: Toast): Promise<boolean> {
    const result = await answer
    if (!result.ok) reportFailure(result.error)
    else report(result.value ? toast : { text: i18n.t('sites.refused') })
    return result.ok && result.value
  }

  function undoBy(act: () => Answer): Toast['action'] {
    return {
      label: i18n.t('popup.undo'),
      onPress: () => tell(act(), { text: i18n.t('popup.undone') }),
    }
  }

  function turnOn(switches: readonly SiteSwitch[]): Promise<boolean> {
    const [first] = switches
    const text =
      switches.length === 1 && first !== undefined
        ? i18n.t('sites.turnedOn', [first.site.name])
        : i18n.t('sites.turnedOnMany', switches.length)
    return tell(sites.turnOn(switches.map(({ site }) => site)), { text })
  }

  return {
    turnOn,
    toggle(one) {
      if (!one.isOn) return turnOn([one])
      const text = i18n.t('sites.turnedOff', [one.site.name])
      return tell(sites.turnOff(one), { text, action: undoBy(() => sites.turnOn([one.site])) })
    },
    allow(origin) {
      return tell(sites.allow(origin), { text: i18n.t('sites.turnedOn', [originText(origin)]) })
    },
    withdraw(origin) {
      const text = i18n.t('sites.turnedOff', [originText(origin)])
      return tell(sites.withdraw(origin), { text, action: undoBy(() => sites.allow(origin)) })
    },
  }
}

/** The host of an origin, or the words for all of them. */
export function originText(origin: string): string {
  return isForAll(origin) ? i18n.t('sites.every') : hostOf(origin)
}
