/** Any two states of a text, chosen by hand. At first: the last two. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { TextView } from '../../../shared/protocol/views.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import styles from './text-page.module.css'

export function CompareTwo({ view }: { readonly view: TextView }) {
  const t = useText(texts)
  const navigate = useNavigate()
  const states = [
    ...view.versions.map(version => ({ value: `version:${version.id}`, text: version.label })),
    ...(view.draft ? [{ value: `draft:${view.draft.id}`, text: t('myDraft') }] : []),
  ]
  const [from, setFrom] = useState(states.at(-2)?.value ?? '')
  const [to, setTo] = useState(states.at(-1)?.value ?? '')
  return (
    <form
      className={styles.two}
      onSubmit={event => {
        event.preventDefault()
        void navigate(compareLink(from, to))
      }}
    >
      <SelectField label={t('compareOld')} value={from} onChange={setFrom} choices={states} />
      <SelectField label={t('compareNew')} value={to} onChange={setTo} choices={states} />
      <Button type="submit" disabled={from === to}>
        {t('compare')}
      </Button>
    </form>
  )
}
