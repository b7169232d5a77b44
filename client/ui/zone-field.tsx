import { CLOCKS } from '../../shared/words/dates.ts'
import { account } from '../i18n/messages/account.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { SelectField } from './field.tsx'

/** A time zone: those of the two sides first, then the device's, then all that the device knows. */
export function ZoneField({
  value,
  onChange,
  label,
  hint,
}: {
  readonly value: string
  readonly onChange: (zone: string) => void
  readonly label?: string
  readonly hint?: string
}) {
  const t = useText(account)
  const language = useLanguage()
  const named = CLOCKS.map(clock => ({ value: clock.zone, text: `${clock.name[language]} (${clock.zone})` }))
  const first = [...named.map(choice => choice.value), deviceZone(), value]
  const rest = [...new Set([...first.slice(named.length), ...Intl.supportedValuesOf('timeZone')])]
    .filter(zone => !named.some(choice => choice.value === zone))
    .map(zone => ({ value: zone, text: zone.replaceAll('_', ' ') }))
  return (
    <SelectField
      label={label ?? t('zone')}
      hint={hint ?? t('zone-hint')}
      value={value}
      onChange={onChange}
      choices={[...named, ...rest]}
    />
  )
}

/** IANA zone of this device. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
