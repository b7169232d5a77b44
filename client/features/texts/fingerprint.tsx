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
        {/* Drawn: few fonts have a sign for it. */}
        <svg aria-hidden="true" viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor">
          <rect x="5.5" y="5.5" width="8" height="8" />
          <path d="M10.5 3.5v-1h-8v8h1" />
        </svg>
      </button>
    </span>
  )
}
