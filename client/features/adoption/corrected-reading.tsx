/** [S1] An adopted version for reading: the corrigenda beside its units, and the text as they correct it. */
import { type ReactNode, useCallback, useId, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { correctedText } from '../../../shared/model/corrigendum.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { UnitCorrigendaProvider } from '../../text-view/unit-corrigenda.tsx'
import bar from '../../ui/choice-bar.module.css'
import styles from './adoption.module.css'
import { adoptionAddress } from './adoption-address.ts'
import { corrigendumId } from './corrigendum-item.tsx'

type CorrectedReadingProps = {
  readonly version: VersionView
  readonly content: BilingualText
  /** The text as it is to be read. */
  readonly children: (text: BilingualText) => ReactNode
}

/** Of any other version than an adopted one, and of one that nobody corrected, the text as it is. */
export function CorrectedReading(props: CorrectedReadingProps) {
  return props.version.origin === 'adoption' ? <Reading {...props} /> : props.children(props.content)
}

function Reading({ version, content, children }: CorrectedReadingProps) {
  const t = useText(adoption)
  const id = useId()
  const { data } = useAsk('GET /api/versions/:id/corrigenda', { params: { id: version.id } })
  const corrigenda = data ?? NONE
  const [corrected, setCorrected] = useState(false)
  const shown = useMemo(
    () => (corrected ? correctedText(content, corrigenda) : content),
    [corrected, content, corrigenda],
  )
  const beside = useCallback(
    (unit: UnitId) =>
      corrigenda
        .filter(({ changes }) => changes.some(change => change.unit === unit))
        .map(({ number }) => (
          <Link
            key={number}
            className={styles.mark}
            to={`${adoptionAddress(version.text)}#${corrigendumId(number)}`}
          >
            {t('corrigendum-mark', { n: String(number) })}
          </Link>
        )),
    [corrigenda, version.text, t],
  )
  if (corrigenda.length === 0) return children(content)
  return (
    <UnitCorrigendaProvider value={beside}>
      <div className={`${bar.bar} ${styles.readingBar}`}>
        <span className={bar.choice}>
          <label htmlFor={id}>{t('reading')}</label>
          <select
            id={id}
            value={corrected ? 'corrected' : 'adopted'}
            onChange={event => setCorrected(event.target.value === 'corrected')}
          >
            <option value="adopted">{t('as-adopted')}</option>
            <option value="corrected">{t('as-corrected')}</option>
          </select>
        </span>
        {corrected && <p role="status">{t('corrected-notice', { count: corrigenda.length })}</p>}
      </div>
      {children(shown)}
    </UnitCorrigendaProvider>
  )
}

const NONE: readonly never[] = []
