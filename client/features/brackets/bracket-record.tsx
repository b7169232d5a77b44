/** What was said of a bracket, by whom as far as one may know, and when. */
import type { BracketRecordView } from '../../../shared/protocol/bracket-views.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { ShortInstant } from '../../ui/short-instant.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import styles from './bracket-card.module.css'

export function BracketRecord({ record }: { readonly record: BracketRecordView }) {
  const t = useText(brackets)
  const language = useLanguage()
  const { remark, by, side, at } = record
  return (
    <div className={styles.record}>
      {remark ? (
        <dl>
          <dt>{t('remark')}</dt>
          {remark.fr && <dd lang="fr">{remark.fr}</dd>}
          {remark.ja && <dd lang="ja">{remark.ja}</dd>}
        </dl>
      ) : null}
      <p>
        {by ? labelIn(by, language).text : side && <SideMark side={side} />} <ShortInstant at={at} />
      </p>
    </div>
  )
}
