/** Who reads a thread, by word and by shape: one side's mark for an internal one, both for a shared one. */
import { SIDES } from '../../../shared/model/bilingual-text.ts'
import type { Circle } from '../../../shared/protocol/thread-views.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { audienceOf } from './circle-audience.ts'
import styles from './circle-mark.module.css'

export function CircleMark({ circle }: { readonly circle: Circle }) {
  const t = useText(threads)
  const audience = audienceOf(circle)
  return (
    <span className={styles.circle} data-audience={audience}>
      <span className={styles.shapes} aria-hidden="true">
        {(audience === 'joint' ? SIDES : [audience]).map(side => (
          <span key={side} data-side={side} />
        ))}
      </span>
      {t(`circle.${audience}`)}
    </span>
  )
}
