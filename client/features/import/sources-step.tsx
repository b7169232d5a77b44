/** First step: the two texts, as they are. */
import { useState } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { reviewRows } from './alignment-review.ts'
import type { KeptImport } from './kept-import.ts'
import { SourceField } from './source-field.tsx'
import styles from './sources-step.module.css'

type SourcesStepProps = {
  readonly text: string
  readonly work: KeptImport
  readonly onChange: (changed: Partial<KeptImport>) => void
  readonly onReview: () => void
}

export function SourcesStep({ text, work, onChange, onReview }: SourcesStepProps) {
  const t = useText(imports)
  const align = useAct('POST /api/texts/:id/alignment')
  const [asking, setAsking] = useState(false)
  const ready = LANGUAGES.every(language => work[language].content.trim() !== '')
  const run = async () => {
    const sources = { fr: sourceOf(work.fr), ja: sourceOf(work.ja) }
    const alignment = await align.mutateAsync({ params: { id: text }, body: sources })
    onChange({ rows: reviewRows(alignment), dropped: alignment.dropped })
    onReview()
  }
  return (
    <section className={styles.step} aria-label={t('stepSources')}>
      <div className={styles.two}>
        {LANGUAGES.map(language => (
          <SourceField
            key={language}
            language={language}
            source={work[language]}
            onChange={source => onChange({ [language]: source })}
          />
        ))}
      </div>
      {align.error && !asking && <FailureNotice error={align.error} />}
      <div className={styles.foot}>
        <Button
          kind={work.rows ? 'quiet' : 'primary'}
          disabled={!ready}
          busy={align.isPending}
          onClick={() => (work.rows ? setAsking(true) : void run().catch(() => {}))}
        >
          {t(align.isPending ? 'aligning' : 'align')}
        </Button>
        {work.rows && (
          <Button kind="primary" onClick={onReview}>
            {t('stepReview')}
          </Button>
        )}
        {!ready && <span className={styles.needed}>{t('bothNeeded')}</span>}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('realignTitle')}
        description={t('realignWords')}
        actLabel={t('align')}
        act={run}
      />
    </section>
  )
}

function sourceOf({ format, content }: KeptImport['fr']) {
  return { format, content }
}
