import type { VersionView } from '../../../shared/protocol/views.ts'
import { common } from '../../i18n/messages/common.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './review.module.css'
import { MarkReason } from './secretariat-says.tsx'
import { useWorkshopText } from './use-workshop-text.ts'

/** What the secretariat said last of one version of a workshop's text, by word and shape. */
export function SaidOfVersion({ version: { id, text } }: { readonly version: VersionView }) {
  const t = useText(workshopTexts)
  const c = useText(common)
  const mark = useWorkshopText(text)?.view.marks.findLast(({ version }) => version === id)
  if (!mark) return <span className={styles.quiet}>{c('none')}</span>
  return (
    <div>
      <span className={mark.kind === 'returned' ? styles.returned : styles.accepted}>
        <span aria-hidden="true">{mark.kind === 'returned' ? '↩ ' : '✓ '}</span>
        {t(mark.kind)}
      </span>
      <MarkReason mark={mark} />
    </div>
  )
}
