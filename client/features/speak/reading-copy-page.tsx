/**
 * [W5] /versions/:id/reading-copy?language=fr|ja|both&size=14|16|18|20: the text to be held in the hand, in large
 * letters, with numbered units, the speaker's notes in boxes and the minutes of the plan in the margin.
 */
import { useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import { planSpeech } from '../../../shared/model/speech-plan.ts'
import type { VersionTextView } from '../../../shared/protocol/views.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { shortHash } from '../compare/printed-head.tsx'
import { usePrintedPage } from '../compare/use-printed-page.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useDuration } from './duration-words.ts'
import styles from './reading-copy.module.css'
import { COPY_SIZES, type CopySize, readCopyQuery } from './reading-copy-query.ts'
import { ReadingCopyText } from './reading-copy-text.tsx'
import { type ShownLanguages, spokenLanguage, useSpeakPreferences } from './speak-preferences.ts'
import { type SpokenVersion, useSpokenText, useSpokenVersion } from './use-spoken-version.ts'

export function ReadingCopyPage() {
  const { id = '' } = useParams()
  const { spoken, error, retry } = useSpokenVersion(id)
  if (error && !spoken) return <AskFailure error={error} retry={retry} />
  return spoken ? <CopyOf view={spoken} /> : <Loading />
}

function CopyOf({ view }: { readonly view: VersionTextView }) {
  const { spoken, error, retry } = useSpokenText(view)
  if (error && !spoken) return <AskFailure error={error} retry={retry} />
  return spoken ? <ReadingCopy spoken={spoken} /> : <Loading />
}

function ReadingCopy({ spoken }: { readonly spoken: SpokenVersion }) {
  const t = useText(speak)
  const reader = useLanguage()
  const duration = useDuration()
  const [query, setQuery] = useSearchParams()
  const [preferences] = useSpeakPreferences('speaker')
  const { language: shown, size } = readCopyQuery(query)
  const { version, units, content, facts, text } = spoken
  const interpreted = preferences.interpreted ?? spoken.interpreted
  const language = shown === 'both' ? spokenLanguage(preferences) : shown
  const plan = useMemo(
    () => planSpeech(units, { language, interpreted, allotted: spoken.allotted }),
    [units, language, interpreted, spoken.allotted],
  )
  const numbers = useMemo(() => blockNumbers(content), [content])
  const title = labelIn(text.title, shown === 'both' ? reader : shown)
  usePrintedPage({
    orientation: 'portrait',
    topLeft: `${title.text} – ${version.label}`,
    topRight: `SHA-256 ${shortHash(version.sha256)}`,
    bottomLeft: t('readingCopy'),
    language: shown === 'ja' ? 'ja' : reader,
  })
  const choose = (changed: Record<string, string>) =>
    setQuery({ language: shown, size: String(size), ...changed }, { replace: true })
  return (
    <Page title={t('copyTitle', { label: version.label })} headOnPaper={false}>
      <div className={styles.tools}>
        <Link to={`/versions/${version.id}`}>
          <span aria-hidden="true">← </span>
          {t('backToVersion')}
        </Link>
        <SelectField<ShownLanguages>
          label={t('copyLanguage')}
          value={shown}
          onChange={chosen => choose({ language: chosen })}
          choices={[
            { value: 'fr', text: t('french') },
            { value: 'ja', text: t('japanese') },
            { value: 'both', text: t('both') },
          ]}
        />
        <SelectField<`${CopySize}`>
          label={t('copySize')}
          value={`${size}`}
          onChange={chosen => choose({ size: chosen })}
          choices={COPY_SIZES.map(each => ({ value: `${each}` as const, text: t('points', { size: each }) }))}
        />
        <Button kind="primary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <p className={styles.times}>
        {t('copyTimes', { time: duration(plan.seconds) })}{' '}
        {t(interpreted ? 'copyInterpreted' : 'copyNotInterpreted')}
      </p>
      <ReadingCopyText units={units} facts={facts} numbers={numbers} shown={shown} size={size} plan={plan} />
    </Page>
  )
}
