import { Link } from 'react-router'
import { desk } from '../../i18n/messages/desk.ts'
import { useText } from '../../i18n/use-text.ts'
import type { KeptSaving } from '../../saving-states.ts'
import { useSavings } from '../../saving-states.ts'
import { useSession } from '../../session.tsx'
import { Label } from '../../ui/label.tsx'
import styles from './desk.module.css'

/** A filled, half and hollow disc: stored, received, on this device only. */
const SHAPES: { readonly [S in KeptSaving['saving']['state']]: string } = {
  device: '○',
  received: '◐',
  stored: '●',
  refused: '▲',
}

/** [D3] What is open in this browser and how safe it is. */
export function DeviceSavings() {
  const t = useText(desk)
  const savings = useSavings(useSession().person.id)
  if (savings.length === 0) return <p className={styles.faint}>{t('device-none')}</p>
  return (
    <ul>
      {savings.map(({ draft, title, saving }) => (
        <li key={draft} className={styles.saving}>
          <Link to={`/drafts/${draft}`}>
            <Label of={title} />
          </Link>
          <p className={saving.state === 'device' || saving.state === 'refused' ? styles.late : undefined}>
            <span aria-hidden="true">{SHAPES[saving.state]} </span>
            {saving.state === 'refused' && saving.unsaved
              ? t('saving.refused-unsaved')
              : t(`saving.${saving.state}`)}
          </p>
        </li>
      ))}
    </ul>
  )
}
