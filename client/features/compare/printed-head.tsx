/** The head of a printed comparison: what document it is, of which text, between which states, what it leaves out. */
import { Fragment } from 'react'
import type { Text } from '../../../shared/model/edition.ts'
import type { ComparedView } from '../../../shared/protocol/views.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Instant } from '../../ui/instant.tsx'
import styles from './printed-head.module.css'
import { useComparedName } from './use-compared-name.ts'

type PrintedHeadProps = {
  readonly document: string
  readonly text: Text
  /** From the oldest to the newest. */
  readonly states: readonly ComparedView[]
  /** The filters in force, in words; empty when the document is whole. */
  readonly filters: string
}

export function PrintedHead({ document, text, states, filters }: PrintedHeadProps) {
  const t = useText(compare)
  const nameOf = useComparedName()
  const language = useLanguage()
  const title = labelIn(text.title, language)
  return (
    <header className={styles.head}>
      <p className={styles.title} lang={title.lang}>
        {title.text}
      </p>
      <p className={styles.document}>{document}</p>
      <dl className={styles.states}>
        {states.map(state => (
          <Fragment key={state.ref}>
            <dt>{nameOf(state)}</dt>
            <dd>{state.at ? <Instant at={state.at} /> : ''}</dd>
            <dd>SHA-256 {shortHash(state.sha256)}</dd>
          </Fragment>
        ))}
      </dl>
      {filters && (
        <p className={styles.extract}>
          {t('extract')} {filters}
        </p>
      )}
    </header>
  )
}

/** As many figures as the pages of texts show. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12)
}
