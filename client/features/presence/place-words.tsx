import { Link } from 'react-router'
import type { PersonHere, PlaceHere } from '../../../shared/protocol/presence-views.ts'
import { presence } from '../../i18n/messages/presence.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { Label } from '../../ui/label.tsx'
import { unitAddress } from '../../ui/unit-address.ts'

/** How somebody is called: by name; of the other side, and in a demonstration, by mandate. */
export function PersonName({ person }: { readonly person: PersonHere }) {
  const { edition } = useSession()
  return edition?.demonstration || person.name === null ? <Label of={person.title} /> : person.name
}

/** "Final declaration, draft, paragraph 4", leading there. `withText`: where the text is not clear from the page. */
export function PlaceLink({ place, withText }: { readonly place: PlaceHere; readonly withText: boolean }) {
  const t = useText(presence)
  const language = useLanguage()
  const { at, unit } = place
  const title = labelIn(place.title, language)
  const parts = [
    ...(at.kind === 'draft' ? [t('draft')] : at.kind === 'version' ? [at.label] : []),
    ...(unit ? [t('unit', { number: unit.number })] : []),
  ]
  const named = withText || parts.length === 0
  const between = language === 'ja' ? '、' : ', '
  return (
    <Link to={addressOf(place)}>
      {named && <span lang={title.lang === language ? undefined : title.lang}>{title.text}</span>}
      {named && parts.length > 0 && between}
      {parts.join(between)}
    </Link>
  )
}

function addressOf({ at, text, unit }: PlaceHere): string {
  if (at.kind === 'text') return `/texts/${text}`
  return unitAddress(at.kind === 'draft' ? `/drafts/${at.id}` : `/versions/${at.id}`, unit?.id ?? null)
}
