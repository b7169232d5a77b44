/** A SHA-256, shortened to what the eye compares, whole for copying and for readers by ear. */
import { texts } from '../../i18n/messages/texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useToast } from '../../ui/toast.tsx'
import styles from './fingerprint.module.css'

type FingerprintProps = {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  /** The version it belongs to, for the button's name. */
  readonly label: string
  /** Show all 64 figures. */
  readonly whole?: boolean
}

export function Fingerprint({ sha256, label, whole = false }: FingerprintProps) {
  const t = useText(texts)
  const say = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256)
      say(t('copied'))
    } catch {
      // No permission, or a page without TLS: the figures can still be selected.
      say(t('notCopied'))
    }
  }
  return (
    <span className={styles.fingerprint}>
      <code title={sha256} data-whole={whole || undefined}>
        {whole ? sha256 : sha256.slice(0, 12)}
      </code>
      <button type="button" onClick={() => void copy()} aria-label={t('copy', { label })}>
        <span aria-hidden="true">⧉</span>
      </button>
    </span>
  )
}
