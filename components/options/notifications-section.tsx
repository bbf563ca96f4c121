import type { Result } from '../../lib/errors/result'
import {
  type NotificationSettings,
  type Notifications,
  useNotifications,
} from '../../lib/hooks/settings/use-notifications'
import { i18n } from '../../lib/i18n'
import { hourText } from '../../lib/i18n/format'
import { type Badge, badges } from '../../lib/settings/badge'
import { Choice } from '../controls/choice'
import { Switch } from '../controls/switch'
import { useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import './notifications-section.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** What the badge counts, and what is announced and when. */
export function NotificationsSection() {
  const notifications = useNotifications()
  const { now, isAllowed } = notifications
  const isReady = now.state === 'ready' && isAllowed !== undefined
  return (
    <OptionsSection id="notifications" title={i18n.t('notifications.title')} isBusy={!isReady}>
      <p class="page-note">{i18n.t('notifications.intro')}</p>
      {now.state === 'failed' && <p role="alert">{i18n.t('failure.storage')}</p>}
      {isReady && (
        <NotificationsPanel
          settings={now.value}
          isAllowed={isAllowed}
          notifications={notifications}
        />
      )}
    </OptionsSection>
  )
}

interface PanelProps {
  settings: NotificationSettings
  isAllowed: boolean
  notifications: Notifications
}

function NotificationsPanel({ settings, isAllowed, notifications }: PanelProps) {
  const { report, reportFailure } = useReporter()
  const { badge, digestHour, quietFrom, quietUntil } = settings
  const { change, turnOn } = notifications

  async function tell(done: Promise<Result<unknown>>): Promise<void> {
    const answer = await done
    if (!answer.ok) reportFailure(answer.error)
    else if (answer.value === false)
      report({ text: i18n.t('notifications.refused'), isProblem: true })
  }
  const switched = (name: 'notifiesMatches' | 'notifiesDigest') => {
    const isOn = settings[name] && isAllowed
    return {
      isOn,
      onToggle: () => void tell(isOn ? change({ [name]: false }) : turnOn({ [name]: true })),
    }
  }

  return (
    <div class="page-panel notifications-panel">
      <Choice
        id="badge"
        label={i18n.t('notifications.badge')}
        value={badge}
        values={badges}
        textOf={(one) => badgeTexts[one]()}
        onChange={(one) => void tell(change({ badge: one }))}
      />
      <SwitchLine
        id="notify-matches"
        label={i18n.t('notifications.matches')}
        about={i18n.t('notifications.matchesAbout')}
        {...switched('notifiesMatches')}
      />
      <SwitchLine
        id="notify-digest"
        label={i18n.t('notifications.digest')}
        about={i18n.t('notifications.digestAbout')}
        {...switched('notifiesDigest')}
      />
      <Choice
        id="digest-hour"
        label={i18n.t('notifications.digestHour')}
        value={digestHour}
        values={hours}
        textOf={hourText}
        onChange={(hour) => void tell(change({ digestHour: hour }))}
      />
      <Choice
        id="quiet-from"
        label={i18n.t('notifications.quietFrom')}
        hint={i18n.t('notifications.quietAbout')}
        value={quietFrom}
        values={hours}
        textOf={hourText}
        onChange={(hour) => void tell(change({ quietFrom: hour }))}
      />
      <Choice
        id="quiet-until"
        label={i18n.t('notifications.quietUntil')}
        value={quietUntil}
        values={hours}
        textOf={hourText}
        onChange={(hour) => void tell(change({ quietUntil: hour }))}
      />
      <p class="notifications-digest">
        <a class="link" href="/digest.html">
          {i18n.t('digest.open')}
        </a>
      </p>
    </div>
  )
}

interface SwitchLineProps {
  id: string
  label: string
  about: string
  isOn: boolean
  onToggle: () => void
}

function SwitchLine({ id, label, about, isOn, onToggle }: SwitchLineProps) {
  return (
    <label class="switch-line" for={id}>
      <span class="choice-text">
        <span id={`${id}-label`}>{label}</span>
        <span id={`${id}-about`} class="choice-hint">
          {about}
        </span>
      </span>
      <Switch
        id={id}
        isOn={isOn}
        labelledBy={`${id}-label`}
        describedBy={`${id}-about`}
        onToggle={onToggle}
      />
    </label>
  )
}

const badgeTexts: Record<Badge, () => string> = {
  unseen: () => i18n.t('notifications.badgeUnseen'),
  watched: () => i18n.t('notifications.badgeWatched'),
  off: () => i18n.t('notifications.badgeOff'),
}
