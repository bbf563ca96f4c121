import type { RefObject, TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReadySites } from '../lib/hooks/use-sites'
import { i18n } from '../lib/i18n'
import { additionOf } from '../lib/settings/site-switches'
import { readTypedSite, type TypedSiteProblem } from '../lib/settings/typed-site'
import type { SiteSwitching } from './site-switching'
import './add-site.css'

interface Props {
  now: ReadySites
  switching: SiteSwitching
  field: RefObject<HTMLInputElement | null>
}

/** Lets Dogear on a site that no list of ours has. */
export function AddSite({ now, switching, field }: Props) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)

  // A row above it or a line in it may have pushed it out of sight or below the news.
  useEffect(() => {
    if (form.current?.contains(document.activeElement) !== true) return
    form.current.scrollIntoView({ block: 'nearest' })
  }, [problem, now.others.length])

  async function add(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const { origin, problem: typedProblem } = readTypedSite(text)
    if (typedProblem !== undefined) {
      complain(problemText(typedProblem))
      return
    }
    const addition = additionOf(origin, now.switches, now.others, now.required)
    if (addition.kind === 'on') {
      complain(i18n.t('sites.problemOn'))
    } else if (addition.kind === 'source') {
      complain(i18n.t('sites.problemSource'))
    } else {
      setProblem(undefined)
      const isDone = await (addition.kind === 'site'
        ? switching.turnOn([addition.one])
        : switching.allow(origin))
      if (isDone) setText('')
    }
  }

  function complain(about: string): void {
    setProblem(about)
    field.current?.focus()
  }

  return (
    <form ref={form} class="add-site" noValidate onSubmit={add}>
      <label for="add-site-field">{i18n.t('sites.addLabel')}</label>
      <div class="add-site-line">
        <input
          ref={field}
          id="add-site-field"
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          maxLength={2_000}
          placeholder="blog.example.org"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby="add-site-problem"
          onInput={(event) => {
            setText(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
        <button type="submit" class="primary">
          {i18n.t('sites.addButton')}
        </button>
      </div>
      <p id="add-site-problem" class="add-site-problem" role="alert">
        {problem}
      </p>
    </form>
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
