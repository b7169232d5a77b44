import { Toolbar as Radix } from 'radix-ui'
import { changes } from '../../i18n/messages/changes.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Menu, MenuItem, MenuLabel, MenuRule } from '../../ui/menu.tsx'
import { useAskChange } from '../changes/ask-change.ts'
import type { EditorPair } from '../editor-pair.ts'
import {
  deleteUnit,
  insertUnitBelow,
  linkCarets,
  mergeWithAbove,
  splitUnit,
  unlink,
} from '../units/unit-commands.ts'
import { returnToText } from './return-focus.ts'
import { shortcut } from './shortcuts.ts'
import styles from './toolbar.module.css'
import type { ToolbarState } from './toolbar-state.ts'

/** What one can do with the unit of the caret, in both languages at once. */
export function UnitMenu({
  pair,
  state,
  comments,
}: {
  readonly pair: EditorPair
  readonly state: ToolbarState
  /** One may begin threads of comments. */
  readonly comments: boolean
}) {
  const t = useText(editor)
  const th = useText(threads)
  const ch = useText(changes)
  const askChange = useAskChange()
  const { language } = state
  const none = state.unit === null
  return (
    <Menu
      align="start"
      returnFocus={returnToText(pair)}
      trigger={
        <Radix.Button className={styles.tool}>
          {t('unit')}
          <span aria-hidden="true" className={styles.more} />
        </Radix.Button>
      }
    >
      <MenuLabel>{t('unitCommands')}</MenuLabel>
      <Act name={t('moveUp')} keys="Alt-ArrowUp" disabled={none} act={() => pair.move(language, -1)} />
      <Act name={t('moveDown')} keys="Alt-ArrowDown" disabled={none} act={() => pair.move(language, 1)} />
      <Act
        name={t('insertBelow')}
        keys="Mod-Enter"
        disabled={none}
        act={() => insertUnitBelow(pair, language)}
      />
      <MenuRule />
      <Act
        name={t('splitUnit')}
        keys="Mod-Shift-Enter"
        disabled={none}
        act={() => splitUnit(pair, language)}
      />
      <Act
        name={t('mergeAbove')}
        keys="Mod-Shift-Backspace"
        disabled={none}
        act={() => mergeWithAbove(pair, language)}
      />
      <Act
        name={t(language === 'fr' ? 'linkCarets' : 'linkCaretsJa')}
        disabled={!state.canLink}
        act={() => linkCarets(pair)}
      />
      <Act name={t('unlink')} disabled={!state.canUnlink} act={() => unlink(pair, language)} />
      <MenuRule />
      {askChange && (
        <>
          <Act name={ch('ask')} disabled={none} act={() => state.unit !== null && askChange(state.unit)} />
          <MenuRule />
        </>
      )}
      {comments && (
        <>
          <Act name={th('commentThisUnit')} disabled={none} act={() => pair.thread('begin-unit', language)} />
          <MenuRule />
        </>
      )}
      <Act
        name={t('deleteUnit')}
        keys="Alt-Shift-Delete"
        danger
        disabled={none}
        act={() => deleteUnit(pair, language)}
      />
    </Menu>
  )
}

type ActProps = {
  readonly name: string
  readonly keys?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly act: () => unknown
}

function Act({ name, keys, disabled = false, danger = false, act }: ActProps) {
  const t = useText(editor)
  return (
    <MenuItem disabled={disabled} danger={danger} onSelect={act}>
      {name}
      {keys && <kbd className={styles.keys}>{shortcut(keys, t)}</kbd>}
    </MenuItem>
  )
}
