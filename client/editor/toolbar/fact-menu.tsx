import { Popover, Toolbar as Radix } from 'radix-ui'
import { type KeyboardEvent, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { Fact } from '../../../shared/model/edition.ts'
import type { Language } from '../../../shared/model/language.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { facts as words } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import type { EditorPair } from '../editor-pair.ts'
import { type FactStore, readFact } from '../inline/fact-store.ts'
import { insertFact } from '../inline/insert-fact.ts'
import styles from './fact-menu.module.css'
import { foundFacts } from './found-facts.ts'
import { returnToText } from './return-focus.ts'
import tools from './toolbar.module.css'

type FactMenuProps = {
  readonly pair: EditorPair
  readonly facts: FactStore
  readonly language: Language
}

/** Puts a fact of the edition at the caret: found by typing, with what it reads as in that language. */
export function FactMenu({ pair, facts, language }: FactMenuProps) {
  const t = useText(editor)
  const [open, setOpen] = useState(false)
  const chosen = useRef<string | null>(null)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Radix.Button className={tools.tool}>
          {t('fact')}
          <span aria-hidden="true" className={tools.more} />
        </Radix.Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('insertFact')}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnToText(pair)()
            if (chosen.current) insertFact(pair, language, chosen.current)
            chosen.current = null
          }}
        >
          <FactPicker
            facts={facts}
            language={language}
            onChoose={fact => {
              // Inserted once the text has the focus again: there the caret is where the writer left it.
              chosen.current = fact
              setOpen(false)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function FactPicker({
  facts,
  language,
  onChoose,
}: Pick<FactMenuProps, 'facts' | 'language'> & { readonly onChoose: (fact: string) => void }) {
  const t = useText(editor)
  const all = useSyncExternalStore(facts.subscribe, facts.get)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = foundFacts(all, typed)
  const active = found[Math.min(at, found.length - 1)]
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // [U5] Enter and arrows belong to the conversion while there is one.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      const next = (found.indexOf(active!) + step + found.length) % found.length
      setAt(next)
      document.getElementById(`${id}-${found[next]!.id}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      onChoose(active.id)
    }
  }
  return (
    <>
      <input
        type="text"
        role="combobox"
        className={styles.search}
        aria-label={t('findFact')}
        placeholder={t('findFact')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active.id}`}
        autoComplete="off"
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="unseen" role="status">
        {t('factsFound', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <p className={styles.none}>{all.length === 0 ? t('noFacts') : t('noFactFound')}</p>
      ) : (
        <div role="listbox" id={`${id}-list`} aria-label={t('fact')} className={styles.list} tabIndex={-1}>
          {found.map(fact => (
            <Choice
              key={fact.id}
              id={`${id}-${fact.id}`}
              fact={fact}
              language={language}
              active={fact === active}
              onChoose={() => onChoose(fact.id)}
              onPoint={() => setAt(found.indexOf(fact))}
            />
          ))}
        </div>
      )}
    </>
  )
}

function Choice({
  id,
  fact,
  language,
  active,
  onChoose,
  onPoint,
}: {
  readonly id: string
  readonly fact: Fact
  readonly language: Language
  readonly active: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}) {
  const t = useText(words)
  const spoken = useLanguage()
  const name = labelIn(fact.label, spoken)
  const definition = labelIn(fact.definition, spoken)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the search field, which acts for its options.
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      className={styles.choice}
      onClick={onChoose}
      onPointerMove={onPoint}
    >
      <span className={styles.name} lang={name.lang}>
        {name.text}
      </span>
      <span className={styles.value} lang={language}>
        {readFact([fact], fact.id, language).text}
      </span>
      <span className={styles.about}>
        {t(`type.${fact.type}`)} · {t(`status.${fact.status}`)}
        {definition.text && (
          <>
            {' · '}
            <span lang={definition.lang}>{definition.text}</span>
          </>
        )}
      </span>
    </div>
  )
}
