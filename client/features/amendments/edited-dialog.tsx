/** Their amendment meets an edit of ours at the same place: both wordings beside the base, and three ways out. */
import { useMemo, useSyncExternalStore } from 'react'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { EditedChoice } from '../../../shared/compare/decide.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'
import { AmendmentRedline, type RedlineSetting } from './amendment-redline.tsx'
import { usePlaceWords } from './amendment-words.ts'
import { wordingsOf } from './edited-choice.ts'
import styles from './edited-dialog.module.css'

type EditedDialogProps = {
  readonly item: AmendmentItem
  /** The server can bring both edits together. */
  readonly mergeable: boolean
  readonly desk: AmendmentDesk
  readonly live: LiveText
  readonly setting: RedlineSetting
  readonly busy: boolean
  readonly failure: Error | null
  readonly onChoose: (choice: EditedChoice) => void
  readonly onClose: () => void
}

export function EditedDialog(props: EditedDialogProps) {
  const { item, mergeable, desk, live, setting, busy, failure, onChoose, onClose } = props
  const t = useText(amendments)
  const place = usePlaceWords()
  const draft = useSyncExternalStore(live.subscribe, live.get)
  const { base, ours, theirs, both } = useMemo(() => wordingsOf(desk, item, draft), [desk, item, draft])
  const choose = (choice: EditedChoice, words: 'takeTheirs' | 'bringTogether' | 'keepOurs') => (
    <Button busy={busy} onClick={() => onChoose(choice)}>
      {t(words)}
    </Button>
  )
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t('editedTitle', { place: place(item) })}
      description={t('editedWords')}
      width="wide"
    >
      <div className={styles.wordings}>
        <Wording title={t('wordingBase', { label: desk.view.base.label })} rows={base} setting={setting} />
        <Wording title={t('wordingOurs')} rows={ours} setting={setting}>
          {choose('ours', 'keepOurs')}
        </Wording>
        <Wording
          title={t('wordingTheirs', { label: desk.view.answer.label })}
          rows={theirs}
          setting={setting}
        >
          {choose('theirs', 'takeTheirs')}
        </Wording>
      </div>
      {mergeable && both ? (
        <div className={styles.both}>
          <Wording title={t('wordingBoth')} rows={both} setting={setting}>
            {choose('both', 'bringTogether')}
          </Wording>
        </div>
      ) : (
        <p className={styles.hint}>{t('notMergeable')}</p>
      )}
      {failure && <FailureNotice error={failure} />}
    </Dialog>
  )
}

function Wording({
  title,
  rows,
  setting,
  children,
}: {
  readonly title: string
  readonly rows: readonly ComparisonRow[]
  readonly setting: RedlineSetting
  readonly children?: React.ReactNode
}) {
  return (
    <section className={styles.wording} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {LANGUAGES.map(language => (
        <div key={language} className={styles.words}>
          <AmendmentRedline rows={rows} language={language} setting={setting} plain />
        </div>
      ))}
      <footer className={styles.choice}>{children}</footer>
    </section>
  )
}
