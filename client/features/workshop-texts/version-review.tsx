/** [W2] On the page of a version: how long it is, what the secretariat said, and its word where it may say one. */
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { textLength } from '../../../shared/model/speech.ts'
import type { TextView, VersionTextView } from '../../../shared/protocol/views.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ReviewForm } from '../workshops/progress/review-form.tsx'
import { LengthLine } from './length-line.tsx'
import lengths from './lengths.module.css'
import styles from './review.module.css'
import { SaidOfVersion } from './said-of-version.tsx'
import { useWorkshopText } from './use-workshop-text.ts'

type VersionReviewProps = { readonly view: VersionTextView; readonly of: TextView }

export function VersionReview({ view: { version, content }, of }: VersionReviewProps) {
  const t = useText(workshopTexts)
  const stands = useWorkshopText(version.text)?.view
  const isLast = of.versions.at(-1)?.id === version.id
  const said = stands?.marks.some(mark => mark.version === version.id) ?? false
  const place = useRef<HTMLDivElement>(null)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash === '#review' && stands) place.current?.scrollIntoView({ block: 'start' })
  }, [hash, stands])
  if (!stands) return null
  return (
    <Section title={t('secretariat-says')}>
      <div id="review" ref={place} className={styles.review}>
        <div className={lengths.lines}>
          {LANGUAGES.map(language => (
            <LengthLine
              key={language}
              language={language}
              length={textLength(content, language)}
              budget={stands.budget}
            />
          ))}
        </div>
        {said ? (
          <SaidOfVersion version={version} />
        ) : (
          isLast && <p className={styles.quiet}>{t('not-yet')}</p>
        )}
        {!isLast && <Notice>{t('superseded')}</Notice>}
        {isLast && of.abilities.review && <ReviewForm version={version.id} />}
      </div>
    </Section>
  )
}
