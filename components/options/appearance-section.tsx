import type { ChosenLook } from '../../lib/hooks/settings/use-look'
import { i18n } from '../../lib/i18n'
import { type Density, densities, type Look } from '../../lib/settings/look'
import { Switch } from '../controls/switch'
import { useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import './appearance-section.css'

/** How the popup's list looks. */
export function AppearanceSection({ look: { now, change } }: { look: ChosenLook }) {
  const { reportFailure } = useReporter()
  async function choose(to: Partial<Look>): Promise<void> {
    const answer = await change(to)
    if (!answer.ok) reportFailure(answer.error)
  }
  return (
    <OptionsSection
      id="appearance"
      title={i18n.t('appearance.title')}
      isBusy={now.state === 'loading'}
    >
      {now.state === 'failed' && (
        <p class="appearance-failure" role="alert">
          {i18n.t('appearance.failed')}
        </p>
      )}
      {now.state === 'ready' && (
        <div class="page-panel">
          <fieldset class="appearance-densities">
            <legend>{i18n.t('appearance.density')}</legend>
            {densities.map((density) => (
              <label key={density} class="appearance-line">
                <input
                  type="radio"
                  name="density"
                  checked={now.value.density === density}
                  aria-describedby={`density-${density}`}
                  onChange={() => choose({ density })}
                />
                <span>
                  {densityTexts[density].name()}
                  <span class="appearance-about" id={`density-${density}`} aria-hidden="true">
                    {densityTexts[density].about()}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <label class="appearance-line appearance-thumbnails" for="thumbnails">
            <span>
              <span id="thumbnails-name">{i18n.t('appearance.thumbnails')}</span>
              <span class="appearance-about" id="thumbnails-about">
                {i18n.t('appearance.thumbnailsAbout')}
              </span>
            </span>
            <Switch
              id="thumbnails"
              isOn={now.value.hasThumbnails}
              labelledBy="thumbnails-name"
              describedBy="thumbnails-about"
              onToggle={() => choose({ hasThumbnails: !now.value.hasThumbnails })}
            />
          </label>
        </div>
      )}
    </OptionsSection>
  )
}

const densityTexts: Record<Density, { name: () => string; about: () => string }> = {
  comfortable: {
    name: () => i18n.t('appearance.comfortable'),
    about: () => i18n.t('appearance.comfortableAbout'),
  },
  compact: {
    name: () => i18n.t('appearance.compact'),
    about: () => i18n.t('appearance.compactAbout'),
  },
}
