import { useEffect, useRef, useState } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { send } from '../../lib/messaging/send'
import { useReporter } from '../controls/toast'

interface Props {
  entries: number
  /** Saves what there is now as a file. */
  onSave: () => void
}

/** Erases everything, after it has asked. */
export function ErasePanel({ entries, onSave }: Props) {
  const { report, reportFailure } = useReporter()
  const [step, setStep] = useState<'none' | 'asking' | 'erasing'>('none')
  const keepButton = useRef<HTMLButtonElement>(null)
  const eraseButton = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (step === 'asking') keepButton.current?.focus()
    if (step === 'none' && wasAsking.current) eraseButton.current?.focus()
    wasAsking.current = step !== 'none'
  }, [step])

  async function erase(): Promise<void> {
    setStep('erasing')
    const result = await send('eraseAll', {})
    setStep('none')
    if (result.ok) report({ text: i18n.t('data.erased', result.value.entries) })
    else reportFailure(result.error)
  }

  return (
    <div class="data-line">
      <div class="data-text">
        <span id="data-erase">{i18n.t('data.erase')}</span>
        <span class="data-hint">{i18n.t('data.eraseAbout')}</span>
      </div>
      {step === 'none' ? (
        <button
          ref={eraseButton}
          type="button"
          class="quiet"
          aria-describedby="data-erase"
          onClick={() => setStep('asking')}
        >
          {i18n.t('data.erase')}
        </button>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this asks with buttons.
        <div class="data-outcome" role="group" aria-labelledby="data-erase-sure">
          <h3 id="data-erase-sure">{i18n.t('data.eraseSure')}</h3>
          <p>{i18n.t('data.eraseWhat', entries)}</p>
          <div class="data-buttons">
            <button ref={keepButton} type="button" class="primary" onClick={() => setStep('none')}>
              {i18n.t('data.keep')}
            </button>
            <button type="button" class="quiet" onClick={onSave}>
              {i18n.t('data.exportFirst')}
            </button>
            <button
              type="button"
              class="quiet data-danger"
              disabled={step === 'erasing'}
              onClick={() => void erase()}
            >
              {i18n.t('data.eraseNow')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
