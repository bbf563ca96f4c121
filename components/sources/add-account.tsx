import { useRef, useState } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { type SourceId, type SourceKind, sourceIdOf } from '../../lib/papers/source'
import { readTypedAccount } from '../../lib/papers/typed-account'
import { AddForm } from '../controls/add-form'
import './add-account.css'

interface Props {
  /** How many sources stand above it. */
  above: number
  /** @returns why it can't be, in words, or whether it was added */
  onAdd: (id: SourceId) => string | Promise<boolean>
}

const kinds = ['hf-submitter', 'hf-org'] as const satisfies readonly SourceKind[]
type AccountKind = (typeof kinds)[number]

/** Adds what a member of Hugging Face submits, or what an organisation publishes: by name, or by the address of its page. */
export function AddAccount({ above, onAdd }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<AccountKind>('hf-submitter')

  function add(text: string): string | Promise<boolean> {
    const { name, problem } = readTypedAccount(text)
    if (problem !== undefined) {
      return problem === 'empty'
        ? i18n.t('account.problemEmpty')
        : i18n.t('account.problemUnknown', [text.trim()])
    }
    return onAdd(sourceIdOf(kind, name))
  }

  return (
    <AddForm
      id="add-account"
      label={i18n.t('account.addLabel')}
      button={i18n.t('source.addButton')}
      hint={hints[kind]()}
      field={field}
      input={{ maxLength: 200, placeholder: 'https://huggingface.co/…' }}
      above={above}
      onAdd={add}
    >
      <fieldset class="add-account-kinds">
        <legend class="only-spoken">{i18n.t('account.kind')}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="add-account-kind"
              checked={one === kind}
              onChange={() => setKind(one)}
            />
            {labels[one]()}
          </label>
        ))}
      </fieldset>
    </AddForm>
  )
}

const labels: Readonly<Record<AccountKind, () => string>> = {
  'hf-submitter': () => i18n.t('account.submitter'),
  'hf-org': () => i18n.t('account.org'),
}

const hints: Readonly<Record<AccountKind, () => string>> = {
  'hf-submitter': () => i18n.t('account.submitterHint'),
  'hf-org': () => i18n.t('account.orgHint'),
}
