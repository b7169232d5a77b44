import { Link } from 'react-router'
import type { PersonHere } from '../../../shared/protocol/presence-views.ts'
import { presence } from '../../i18n/messages/presence.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Section } from '../../ui/page.tsx'
import { PersonName, PlaceLink } from './place-words.tsx'
import styles from './presence.module.css'

/** Who of one's circle is here, and where: for the first page. */
export function HereNow() {
  const t = useText(presence)
  const { showsPresence } = useSession()
  const { data } = useAsk('GET /api/presence')
  if (!data) return null
  return (
    <Section title={t('hereNow')}>
      {data.here.length === 0 ? (
        <p className={styles.faint}>{t('nobody')}</p>
      ) : (
        <ul>
          {data.here.map(person => (
            <Person key={person.mandate} person={person} />
          ))}
        </ul>
      )}
      {!showsPresence && (
        <p className={styles.hidden}>
          {t('hidden')} <Link to="/profile">{t('change')}</Link>
        </p>
      )}
    </Section>
  )
}

function Person({ person }: { readonly person: PersonHere }) {
  const language = useLanguage()
  const { edition } = useSession()
  const title = labelIn(person.title, language)
  return (
    <li className={styles.person}>
      <p className={styles.who}>
        <PersonName person={person} />
      </p>
      {!edition?.demonstration && person.name !== null && (
        <p className={styles.title} lang={title.lang}>
          {title.text}
        </p>
      )}
      {person.place && (
        <p className={styles.where}>
          <PlaceLink place={person.place} withText />
        </p>
      )}
    </li>
  )
}
