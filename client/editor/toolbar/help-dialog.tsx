import type { ReactNode } from 'react'
import { amendments } from '../../i18n/messages/amendments.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KIND_CHOICES } from '../blocks/kind-choices.ts'
import styles from './help-dialog.module.css'
import { shortcut } from './shortcuts.ts'

const SIGNS = {
  title: '#',
  heading1: '##',
  heading2: '###',
  heading3: '####',
  recital: '>',
  commitment: '§',
  number: '1.',
  bullet: '-',
} as const

/** Every key of the editor, on one page. */
export function HelpDialog({
  open,
  onOpenChange,
}: {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  const t = useText(editor)
  const a = useText(amendments)
  const b = useText(brackets)
  const th = useText(threads)
  const keys = (notation: string) => shortcut(notation, t)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('helpTitle')} width="wide">
      <div className={styles.parts}>
        <Part title={t('helpUnits')}>
          <Key keys={keys('Mod-Enter')} what={t('insertBelow')} />
          <Key keys={keys('Alt-ArrowUp')} what={t('moveUp')} />
          <Key keys={keys('Alt-ArrowDown')} what={t('moveDown')} />
          <Key keys={keys('Alt-Enter')} what={t('helpCross')} />
          <Key keys={keys('Mod-Shift-Enter')} what={t('splitUnit')} />
          <Key keys={keys('Mod-Shift-Backspace')} what={t('mergeAbove')} />
          <Key keys={keys('Alt-Shift-Delete')} what={t('deleteUnit')} />
        </Part>
        <Part title={t('helpText')}>
          <Key keys={keys('Enter')} what={t('helpEnter')} />
          <Key keys={keys('Shift-Enter')} what={t('helpBreak')} />
          <Key keys={keys('Backspace')} what={t('helpBackspace')} />
          <Key keys={keys('Tab')} what={t('helpLevel')} />
          <Key keys={keys('Mod-b')} what={t('bold')} />
          <Key keys={keys('Mod-i')} what={t('italic')} />
          <Key keys={keys('Mod-u')} what={t('underline')} />
          <Key keys={keys('Alt-Shift-b')} what={b('helpCaret')} />
          <Key keys={keys('Mod-z')} what={t('undo')} />
          <Key keys={keys('Mod-Shift-z')} what={t('redo')} />
          <Key keys={keys('Alt-F10')} what={t('helpTools')} />
          <Key keys={keys('Mod-/')} what={t('helpHelp')} />
        </Part>
        <Part title={t('helpBlocks')} note={t('helpSigns')}>
          {KIND_CHOICES.map(({ name, key }) => (
            <Key
              key={name}
              keys={keys(`Alt-Shift-${key}`)}
              sign={name in SIGNS ? SIGNS[name as keyof typeof SIGNS] : undefined}
              what={t(`kind.${name}`)}
            />
          ))}
        </Part>
        <Part title={th('title')}>
          <Key keys={keys('Mod-Alt-m')} what={th('helpBegin')} />
          <Key keys={keys('Alt-Shift-n')} what={th('helpNext')} />
          <Key keys={keys('Alt-Shift-p')} what={th('helpPrevious')} />
          <Key keys={keys('Alt-Shift-c')} what={th('helpCard')} />
          <Key keys={`${keys('ArrowUp')} ${keys('ArrowDown')}`} what={th('helpStep')} />
          <Key keys={keys('r')} what={th('reply')} />
          <Key keys={keys('e')} what={th('resolve')} />
          <Key keys={keys('Escape')} what={th('helpBack')} />
        </Part>
        <Part title={a('helpTitle')}>
          <Key keys={keys('Alt-Shift-a')} what={a('helpEnter')} />
          <Key keys={`${keys('ArrowUp')} ${keys('ArrowDown')}`} what={a('helpStep')} />
          <Key keys={keys('Enter')} what={a('goToText')} />
          <Key keys={keys('a')} what={a('accept')} />
          <Key keys={keys('m')} what={a('modify')} />
          <Key keys={keys('r')} what={a('reject')} />
          <Key keys={keys('h')} what={a('reserve')} />
          <Key keys={keys('u')} what={a('undo')} />
          <Key keys={keys('Escape')} what={a('helpBack')} />
        </Part>
      </div>
    </Dialog>
  )
}

function Part({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <dl className={styles.keys}>{children}</dl>
      {note && (
        <p className={styles.note}>
          <code>#</code> {note}
        </p>
      )}
    </section>
  )
}

function Key({
  keys,
  sign,
  what,
}: {
  readonly keys: string
  readonly sign?: string | undefined
  readonly what: string
}) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
        {sign && <code>{sign}</code>}
      </dt>
      <dd>{what}</dd>
    </div>
  )
}
