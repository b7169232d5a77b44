import { useSyncExternalStore } from 'react'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import type { PeoplePresent } from '../presence/people-present.ts'
import styles from './toolbar.module.css'

/** Who else is in the draft. Colours are those of the carets; names say the same. */
export function PeopleList({ people }: { readonly people: PeoplePresent }) {
  const t = useText(editor)
  const others = useSyncExternalStore(people.subscribe, people.get).filter(person => !person.self)
  if (others.length === 0) return null
  return (
    <ul className={styles.people} aria-label={t('present')}>
      {others.map(({ user }) => (
        <li key={user.mandate} data-colour={user.colour} className={styles.person} title={user.name}>
          {user.name}
        </li>
      ))}
    </ul>
  )
}
