/** A corrigendum with its number, its words before and after in both languages, its reason and its hash. */
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { CorrigendumChange, CorrigendumReason } from '../../../shared/model/corrigendum.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { CorrigendumView } from '../../../shared/protocol/adoption-views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { useText } from '../../i18n/use-text.ts'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { WordsRedline } from '../integration/unit-words-view.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './adoption.module.css'

export function corrigendumId(number: number): string {
  return `corrigendum-${number}`
}

export function CorrigendumItem({
  corrigendum: { number, sha256, at, changes, reason, askedBy, consentedBy },
  version,
  facts,
}: {
  readonly corrigendum: CorrigendumView
  readonly version: string
  readonly facts: FactValues
}) {
  const t = useText(adoption)
  const { hash, key } = useLocation()
  const item = useRef<HTMLLIElement>(null)
  const named = hash === `#${corrigendumId(number)}`
  useEffect(() => {
    // By the key the same link followed twice leads there twice.
    if (named && key) item.current?.scrollIntoView({ block: 'center' })
  }, [named, key])
  return (
    <li ref={item} className={styles.corrigendum} id={corrigendumId(number)} data-named={named || undefined}>
      <h3>{t('corrigendum', { n: String(number) })}</h3>
      <Changes changes={changes} facts={facts} />
      <Reason reason={reason} />
      <dl className={styles.terms}>
        <div>
          <dt>{t('asked-by')}</dt>
          <dd>
            <Speaker {...askedBy} />
          </dd>
        </div>
        <div>
          <dt>{t('consented-by')}</dt>
          <dd>
            <Speaker {...consentedBy} />
          </dd>
        </div>
        <div>
          <dt>{t('made-on')}</dt>
          <dd>
            <InstantLines at={at} />
          </dd>
        </div>
        <div className={styles.wide}>
          <dt>{t('fingerprint')}</dt>
          <dd>
            <Fingerprint sha256={sha256} label={t('corrigendum-label', { n: String(number) })} whole />{' '}
            <a href={`/api/versions/${version}/corrigenda/${number}`} download className={styles.download}>
              {t('download-corrigendum')}
            </a>
          </dd>
        </div>
      </dl>
    </li>
  )
}

export function Changes({
  changes,
  facts,
}: {
  readonly changes: readonly CorrigendumChange[]
  readonly facts: FactValues
}) {
  return (
    <div className={styles.changes}>
      {changes.map(({ unit, before, after }) => (
        <WordsRedline key={unit} from={before} to={after} facts={facts} />
      ))}
    </div>
  )
}

export function Reason({ reason }: { readonly reason: CorrigendumReason }) {
  const t = useText(adoption)
  return (
    <div className={styles.reason}>
      <p className={styles.reasonName}>{t('reason')}</p>
      {LANGUAGES.filter(language => reason[language]).map(language => (
        <p key={language} lang={language}>
          {reason[language]}
        </p>
      ))}
    </div>
  )
}

function Speaker({ side, by }: CorrigendumView['askedBy']) {
  return (
    <>
      <SideMark side={side} />
      {by && (
        <span className={styles.title}>
          <Label of={by} />
        </span>
      )}
    </>
  )
}
