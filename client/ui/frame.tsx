/** The page frame: whose edition this is, where one can go, in which language, as whom. */
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { INTERFACE_LANGUAGES } from '../../shared/model/language.ts'
import { interfaceLanguage } from '../i18n/i18n.ts'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { frame } from '../i18n/messages/frame.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { useChooseLanguage, useSessionIfAny } from '../session.tsx'
import styles from './frame.module.css'
import { Label } from './label.tsx'
import { PersonMenu } from './person-menu.tsx'

export function Frame({ notice, children }: { readonly notice?: ReactNode; readonly children: ReactNode }) {
  const t = useText(frame)
  const session = useSessionIfAny()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const arrived = useRef(pathname)
  useEffect(() => {
    if (arrived.current === pathname) return
    arrived.current = pathname
    // The link that led here went with its page: a reader by keyboard or by ear goes on in the new one.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip-to-content')}
      </a>
      <header className={styles.head}>
        <div className={styles.bar}>
          <NavLink to="/" className={styles.name ?? ''}>
            {session?.edition ? <Label of={session.edition.name} /> : t('product')}
          </NavLink>
          <LanguageSwitch />
          {session && <PersonMenu />}
          {session && (
            <nav className={styles.nav} aria-label={t('navigation')}>
              <NavLink to="/" end>
                {t('desk')}
              </NavLink>
              <NavLink to="/plan">{t('plan')}</NavLink>
              {session.readsWorkshops && <NavLink to="/workshops">{t('workshops')}</NavLink>}
              <NavLink to="/facts">{t('facts')}</NavLink>
              <NavLink to="/people">{t('people')}</NavLink>
              <NavLink to="/record">{t('record')}</NavLink>
            </nav>
          )}
        </div>
      </header>
      {session?.edition?.demonstration && <p className={styles.demonstration}>{t('demonstration')}</p>}
      {notice}
      <main id="content" ref={main} tabIndex={-1} className={styles.main} key={pathname}>
        {children}
      </main>
    </>
  )
}

function LanguageSwitch() {
  const t = useText(frame)
  useLanguage()
  const choose = useChooseLanguage()
  return (
    <fieldset className={styles.languages}>
      <legend className="unseen">{t('interface-language')}</legend>
      {INTERFACE_LANGUAGES.map(language => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === interfaceLanguage()}
          onClick={() => choose(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  )
}
