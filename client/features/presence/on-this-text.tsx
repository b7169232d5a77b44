import type { DraftId, TextId } from '../../../shared/model/ids.ts'
import { presence } from '../../i18n/messages/presence.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { PersonName, PlaceLink } from './place-words.tsx'
import styles from './presence.module.css'

type OnThisTextProps = {
  readonly text: TextId
  /** A draft whose tools list already who is in it. */
  readonly except?: DraftId
  /** On which screens it stands here; on all by default. */
  readonly only?: 'wide' | 'narrow'
}

/**
 * Who else of one's circle is on the text, in whichever draft, version or comparison of it. On a wide screen one line
 * that gives way: somebody who comes or goes moves nothing of what is being read.
 */
export function OnThisText({ text, except, only }: OnThisTextProps) {
  const t = useText(presence)
  const { data } = useAsk('GET /api/presence')
  const others = (data?.here ?? []).flatMap(person => {
    const { place } = person
    const left = !place || place.text !== text || (place.at.kind === 'draft' && place.at.id === except)
    return left ? [] : [{ ...person, place }]
  })
  if (others.length === 0) return null
  return (
    <div className={styles.onText} data-only={only}>
      <span>{t('onText')}</span>
      <ul>
        {others.map(person => (
          <li key={person.mandate}>
            <PersonName person={person} />
            {' – '}
            <PlaceLink place={person.place} withText={false} />
          </li>
        ))}
      </ul>
    </div>
  )
}
