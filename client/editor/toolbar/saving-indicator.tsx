import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import type { SavingState } from '../connection/saving-state.ts'
import styles from './toolbar.module.css'

/** An empty, a half and a full disc; a triangle when the connection has ended. */
const SHAPES: { readonly [S in SavingState['state']]: string } = {
  device: '○',
  received: '◐',
  stored: '●',
  refused: '▲',
}

/** Where one's words are: on this device, received by the server, safely stored. By word and by shape. */
export function SavingIndicator({ saving }: { readonly saving: SavingState }) {
  const t = useText(editor)
  const hint =
    saving.state === 'device' && saving.pending > 0
      ? t('save.devicePending', { count: saving.pending })
      : saving.state === 'received'
        ? t('save.receivedHint')
        : saving.state === 'stored'
          ? t('save.storedHint')
          : t(`save.${saving.state}`)
  return (
    <span className={styles.saving} data-saving={saving.state} title={hint} role="status">
      <span aria-hidden="true" className={styles.shape}>
        {SHAPES[saving.state]}
      </span>
      {t(`save.${saving.state}`)}
    </span>
  )
}
