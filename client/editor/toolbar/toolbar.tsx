/** The tools of the editor in use: in words, grouped, every one with its keys. */
import { toggleMark } from '@tiptap/pm/commands'
import { Toolbar as Radix } from 'radix-ui'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { brackets } from '../../i18n/messages/brackets.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import type { EditorPair } from '../editor-pair.ts'
import type { FactStore } from '../inline/fact-store.ts'
import type { PeoplePresent } from '../presence/people-present.ts'
import { FactMenu } from './fact-menu.tsx'
import { KindMenu } from './kind-menu.tsx'
import { PeopleList } from './people-list.tsx'
import { shortcut } from './shortcuts.ts'
import styles from './toolbar.module.css'
import { toolbarStateOf } from './toolbar-state.ts'
import { UnitMenu } from './unit-menu.tsx'

export type InlineTool = 'link' | 'note' | 'ruby'

type ToolbarProps = {
  readonly pair: EditorPair
  readonly facts: FactStore
  readonly people: PeoplePresent
  /** One may begin threads of comments. */
  readonly comments: boolean
  /** One may put words in brackets. */
  readonly brackets: boolean
  readonly onTool: (tool: InlineTool) => void
  /** Saving, at the end of the bar. */
  readonly children?: ReactNode
  /** A line of its own under the tools, in sight as they are. */
  readonly below?: ReactNode
}

export function EditorToolbar(props: ToolbarProps) {
  const { pair, facts, people, comments, onTool, children, below } = props
  const t = useText(editor)
  const b = useText(brackets)
  const th = useText(threads)
  const state = useToolbarState(pair)
  const view = pair.views[state.language]
  const mark = (name: 'bold' | 'italic' | 'underline') => () => {
    toggleMark(view.state.schema.marks[name]!)(view.state, view.dispatch)
    view.focus()
  }
  const reverse = (act: 'undo' | 'redo') => () => {
    pair.undo[act](state.language)
    view.focus()
  }
  return (
    <Radix.Root
      className={styles.toolbar}
      aria-label={t('toolbar')}
      data-language={state.language}
      onKeyDown={event => {
        if (event.key === 'Escape') view.focus()
      }}
    >
      <div className={styles.tools}>
        <fieldset className={styles.group} aria-label={t('history')}>
          <Tool
            name={t('undo')}
            keys={shortcut('Mod-z', t)}
            disabled={!state.canUndo}
            onAct={reverse('undo')}
          >
            ↶
          </Tool>
          <Tool
            name={t('redo')}
            keys={shortcut('Mod-Shift-z', t)}
            disabled={!state.canRedo}
            onAct={reverse('redo')}
          >
            ↷
          </Tool>
        </fieldset>
        <KindMenu pair={pair} state={state} />
        <fieldset className={styles.group} aria-label={t('marks')}>
          <Tool name={t('bold')} keys={shortcut('Mod-b', t)} pressed={state.bold} onAct={mark('bold')}>
            <b>{t('boldSign')}</b>
          </Tool>
          <Tool
            name={t('italic')}
            keys={shortcut('Mod-i', t)}
            pressed={state.italic}
            disabled={state.language === 'ja'}
            onAct={mark('italic')}
          >
            <i>{t('italicSign')}</i>
          </Tool>
          <Tool
            name={t('underline')}
            keys={shortcut('Mod-u', t)}
            pressed={state.underline}
            onAct={mark('underline')}
          >
            <u>{t('underlineSign')}</u>
          </Tool>
        </fieldset>
        <fieldset className={styles.group} aria-label={t('insert')}>
          <Tool pressed={state.link} disabled={!state.selection && !state.link} onAct={() => onTool('link')}>
            {t('link')}
          </Tool>
          <Tool onAct={() => onTool('note')}>{t('note')}</Tool>
          {state.language === 'ja' && (
            <Tool
              pressed={state.ruby}
              disabled={!state.selection && !state.ruby}
              onAct={() => onTool('ruby')}
            >
              {t('ruby')}
            </Tool>
          )}
          <FactMenu pair={pair} facts={facts} language={state.language} />
          {props.brackets && (
            <Tool
              name={b('openSelected')}
              keys={shortcut('Alt-Shift-b', t)}
              disabled={state.unit === null}
              onAct={() => pair.bracket({ act: 'open' }, state.language)}
            >
              [ ]
            </Tool>
          )}
        </fieldset>
        <div className={styles.group}>
          {comments && (
            <Tool
              name={th('commentSelected')}
              keys={shortcut('Mod-Alt-m', t)}
              disabled={state.unit === null}
              onAct={() => pair.thread('begin', state.language)}
            >
              {th('comment')}
            </Tool>
          )}
          <UnitMenu pair={pair} state={state} comments={comments} />
          <Tool name={t('help')} keys={shortcut('Mod-/', t)} onAct={pair.help}>
            ?
          </Tool>
        </div>
      </div>
      <div className={styles.end}>
        <PeopleList people={people} />
        {children}
      </div>
      {below && <div className={styles.below}>{below}</div>}
    </Radix.Root>
  )
}

export function useToolbarState(pair: EditorPair) {
  const get = useMemo(() => toolbarStateOf(pair), [pair])
  return useSyncExternalStore(pair.subscribe, get)
}

type ToolProps = {
  /** Needed where the face of the tool is a sign. */
  readonly name?: string
  readonly keys?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onAct: () => void
  readonly children: ReactNode
}

function Tool({ name, keys, pressed, disabled = false, onAct, children }: ToolProps) {
  const button = (
    <Radix.Button
      className={styles.tool}
      aria-label={name}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      // The editor keeps its caret while one clicks here.
      onPointerDown={event => event.preventDefault()}
      onClick={() => {
        if (!disabled) onAct()
      }}
    >
      {children}
    </Radix.Button>
  )
  return name || keys ? (
    <Tooltip text={name ?? children} {...(keys ? { shortcut: keys } : {})}>
      {button}
    </Tooltip>
  ) : (
    button
  )
}
