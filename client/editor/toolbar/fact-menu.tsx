import { Toolbar as Radix } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import type { Language } from '../../../shared/model/language.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Menu, MenuItem, MenuText } from '../../ui/menu.tsx'
import type { EditorPair } from '../editor-pair.ts'
import { type FactStore, readFact } from '../inline/fact-store.ts'
import { returnToText } from './return-focus.ts'
import styles from './toolbar.module.css'

/** Puts a fact of the edition at the caret; the menu shows what it reads as in that language. */
export function FactMenu({
  pair,
  facts,
  language,
}: {
  readonly pair: EditorPair
  readonly facts: FactStore
  readonly language: Language
}) {
  const t = useText(editor)
  const spoken = useLanguage()
  const list = useSyncExternalStore(facts.subscribe, facts.get)
  const insert = (fact: string) => () => {
    const view = pair.views[language]
    const { tr, schema } = view.state
    view.dispatch(tr.replaceSelectionWith(schema.nodes.fact!.create({ fact }), true).scrollIntoView())
  }
  return (
    <Menu
      align="start"
      returnFocus={returnToText(pair)}
      trigger={
        <Radix.Button className={styles.tool}>
          {t('fact')}
          <span aria-hidden="true" className={styles.more} />
        </Radix.Button>
      }
    >
      {list.length === 0 && <MenuText>{t('noFacts')}</MenuText>}
      {list.map(fact => (
        <MenuItem key={fact.id} onSelect={insert(fact.id)}>
          <span lang={labelIn(fact.label, spoken).lang}>{labelIn(fact.label, spoken).text}</span>
          <span className={styles.keys} lang={language}>
            {readFact(list, fact.id, language).text}
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
