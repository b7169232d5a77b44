import { NavLink } from 'react-router'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './workshop-pages.module.css'

const PAGES = [
  ['list', '/workshops'],
  ['participations', '/workshops/participations'],
  ['progress', '/workshops/progress'],
  ['coverage', '/workshops/coverage'],
] as const

/** The way between the pages of workshops. */
export function WorkshopPages() {
  const t = useText(workshops)
  return (
    <nav className={styles.pages} aria-label={t('pages')}>
      {PAGES.map(([name, path]) => (
        <NavLink key={name} to={path} end>
          {t(`page.${name}`)}
        </NavLink>
      ))}
    </nav>
  )
}
