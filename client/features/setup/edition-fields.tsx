import type { Side } from '../../../shared/model/bilingual-text.ts'
import { SIDES } from '../../../shared/model/bilingual-text.ts'
import type { NewEdition } from '../../../shared/protocol/bodies.ts'
import { account } from '../../i18n/messages/account.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'

/** French beside Japanese, in two columns. */
const REQUIRED = [
  ['name', 'fr'],
  ['name', 'ja'],
  ['place', 'fr'],
  ['place', 'ja'],
] as const
const OPTIONAL = [
  ['name', 'en'],
  ['place', 'en'],
] as const

/** An edition of which nothing is known yet but the host's zone. */
export function blankEdition(zone: string): NewEdition {
  return {
    number: 1,
    name: { fr: '', ja: '' },
    place: { fr: '', ja: '' },
    startsOn: '',
    endsOn: '',
    zone,
    penholder: 'jap',
  }
}

/** `full` also asks for the names in English, and says what cannot be changed later. */
export function EditionFields({
  value,
  onChange,
  full = false,
}: {
  readonly value: NewEdition
  readonly onChange: (edition: NewEdition) => void
  readonly full?: boolean
}) {
  const t = useText(account)
  const words = useText(common)
  const set = (part: Partial<NewEdition>) => onChange({ ...value, ...part })
  return (
    <FieldRows columns={2}>
      {(full ? [...REQUIRED, ...OPTIONAL] : REQUIRED).map(([what, language]) => (
        <TextField
          key={`${what}-${language}`}
          label={t(`about-${what}-${language}`)}
          lang={language}
          value={value[what][language] ?? ''}
          onChange={event => set({ [what]: { ...value[what], [language]: event.target.value } })}
          maxLength={300}
          required={language !== 'en'}
          optional={language === 'en'}
        />
      ))}
      <TextField
        label={t('about-starts')}
        type="date"
        value={value.startsOn}
        onChange={event => set({ startsOn: event.target.value })}
        required
      />
      <TextField
        label={t('about-ends')}
        type="date"
        min={value.startsOn}
        value={value.endsOn}
        onChange={event => set({ endsOn: event.target.value })}
        required
      />
      <TextField
        label={t('about-number')}
        type="number"
        min={1}
        max={999}
        value={value.number}
        onChange={event => set({ number: event.target.valueAsNumber || 1 })}
        required
      />
      <SelectField<Side>
        label={t('about-penholder')}
        {...(full ? { hint: t('about-penholder-hint') } : {})}
        value={value.penholder}
        onChange={penholder => set({ penholder })}
        choices={SIDES.map(side => ({ value: side, text: words(`side.${side}`) }))}
      />
      <ZoneField label={t('about-zone')} hint="" value={value.zone} onChange={zone => set({ zone })} />
    </FieldRows>
  )
}
