import { Toolbar as Radix } from 'radix-ui'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { Menu, MenuItem, MenuLabel, MenuRule } from '../../ui/menu.tsx'
import { selectedBlocks } from '../blocks/blocks-of.ts'
import { KIND_CHOICES } from '../blocks/kind-choices.ts'
import { changeLevel, setShape } from '../blocks/set-kind.ts'
import type { EditorPair } from '../editor-pair.ts'
import { returnToText } from './return-focus.ts'
import { shortcut } from './shortcuts.ts'
import styles from './toolbar.module.css'
import type { ToolbarState } from './toolbar-state.ts'

/** The kind of the selected blocks: what it is, and what it could be. */
export function KindMenu({ pair, state }: { readonly pair: EditorPair; readonly state: ToolbarState }) {
  const t = useText(editor)
  const { language } = state
  const levels = state.kind === 'number' || state.kind === 'bullet'
  const choose = ({ kind, level }: (typeof KIND_CHOICES)[number]) => {
    const blocks = selectedBlocks(pair.views[language].state)
    setShape(pair, language, blocks, () => ({ kind, level }))
  }
  return (
    <Menu
      align="start"
      returnFocus={returnToText(pair)}
      trigger={
        <Radix.Button className={`${styles.tool} ${styles.kind}`}>
          <span className="unseen">{t('kind')} : </span>
          {state.kind ? t(`kind.${state.kind}`) : t('kind.paragraph')}
          <span aria-hidden="true" className={styles.more} />
        </Radix.Button>
      }
    >
      <MenuLabel>{t('kind')}</MenuLabel>
      {KIND_CHOICES.map(choice => (
        <MenuItem key={choice.name} onSelect={() => choose(choice)}>
          <span className={styles.sign} aria-hidden="true">
            {choice.name === state.kind ? '✓' : ''}
          </span>
          {t(`kind.${choice.name}`)}
          <kbd className={styles.keys}>{shortcut(`Alt-Shift-${choice.key}`, t)}</kbd>
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem disabled={!levels} onSelect={() => changeLevel(pair, language, 1)}>
        <span className={styles.sign} />
        {t('deeper')}
        <kbd className={styles.keys}>{shortcut('Tab', t)}</kbd>
      </MenuItem>
      <MenuItem disabled={!levels} onSelect={() => changeLevel(pair, language, -1)}>
        <span className={styles.sign} />
        {t('higher')}
        <kbd className={styles.keys}>{shortcut('Shift-Tab', t)}</kbd>
      </MenuItem>
    </Menu>
  )
}
