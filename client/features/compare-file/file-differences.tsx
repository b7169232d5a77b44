/** What differs between a file and the text that it was compared with. */
import type { FileComparisonView } from '../../../shared/protocol/views.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { compareFile } from '../../i18n/messages/compare-file.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { ComparisonBody } from '../compare/comparison-body.tsx'
import { NO_FILTERS } from '../compare/comparison-filters.ts'
import { useFolds } from '../compare/use-folds.ts'
import { DroppedList } from '../import/dropped-list.tsx'
import styles from './file-comparison.module.css'

type FileDifferencesProps = {
  readonly answer: FileComparisonView
  readonly order: 'new' | 'old'
  readonly name: string
  readonly one: boolean
}

export function FileDifferences({ answer, order, name, one }: FileDifferencesProps) {
  const t = useText(compareFile)
  const c = useText(compare)
  const language = useLanguage()
  const { open, set } = useFolds()
  const { comparison, dropped } = answer
  const { changed, rows } = comparison.counts
  const [from, to] = order === 'new' ? [name, t('file')] : [t('file'), name]
  return (
    <>
      <div className={styles.summary} role="status">
        <p>
          <strong>{t('heading', { from, to })}</strong>{' '}
          {sentences(language, c('changes', { count: changed }), c('ofUnits', { count: rows }))}
        </p>
        <p className={styles.needed}>{sentences(language, t('words'), one ? t('oneLanguage') : '')}</p>
      </div>
      <DroppedList dropped={dropped} />
      <ComparisonBody
        comparison={comparison}
        facts={{}}
        layout="redline"
        filters={NO_FILTERS}
        open={open}
        onOpen={set}
        current={null}
      />
    </>
  )
}
