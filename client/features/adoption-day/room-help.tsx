import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField } from '../../ui/field.tsx'
import styles from './room.module.css'

type RoomHelpProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly singleKeys: { readonly on: boolean; readonly set: (on: boolean) => void }
}

/** What each key does, and whether single letters act. */
export function RoomHelp({ open, onClose, singleKeys }: RoomHelpProps) {
  const t = useText(adoptionDay)
  const list: readonly (readonly [keys: readonly string[], words: string])[] = [
    [['↓', '↑', 'J', 'K'], t('keyNext')],
    [['PageDown', 'PageUp', t('space')], t('keyPage')],
    [['Home', 'End'], t('keyEnds')],
    [['0–9', 'Enter'], t('keyJump')],
    [['F'], t('keyFocus')],
    [['+', '−'], t('keySize')],
    [['E'], t('keyAsk')],
    [['C'], t('keyConsent')],
    [['V'], t('keyShown')],
    [['L'], t('keyList')],
    [['D'], t('keyDark')],
    [['?'], t('keyHelp')],
    [['Esc'], t('keyLeave')],
  ]
  return (
    <Dialog
      open={open}
      title={t('keys')}
      description={t('helpLead')}
      onOpenChange={is => {
        if (!is) onClose()
      }}
    >
      <dl className={styles.keys}>
        {list.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <CheckField label={t('singleKeys')} checked={singleKeys.on} onChange={singleKeys.set} />
    </Dialog>
  )
}
