import { amendments as words } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './amendments.module.css'
import type { AmendmentInMargin } from './editor-amendments.ts'
import { STATE_SIGNS } from './state-signs.ts'

/** The state of each amendment of a unit, by word and shape; leads to it in the list. */
export function MarginAmendments({
  amendments,
  onOpen,
}: {
  readonly amendments: readonly AmendmentInMargin[]
  readonly onOpen: (amendment: string) => void
}) {
  const t = useText(words)
  return amendments.map(({ amendment, state }) => (
    <button
      key={amendment}
      type="button"
      className={styles.inMargin}
      data-state={state}
      data-amendment-mark={amendment}
      title={t('openInList')}
      // The caret stays in the text until one goes to the list.
      onPointerDown={event => event.preventDefault()}
      onClick={() => onOpen(amendment)}
    >
      <span aria-hidden="true">{STATE_SIGNS[state]} </span>
      <span className="unseen">{t('amendment')} </span>
      {t(`short.${state}`)}
    </button>
  ))
}
