/** [A5] One bracket: who asks, its alternatives in both languages, what was said of it, its threads, and settling it. */
import { Popover } from 'radix-ui'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Bracket } from '../../../shared/model/bracket.ts'
import type { ShownAlternative } from '../../../shared/model/bracket-content.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { ThreadId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { Settlement } from '../../../shared/model/resolve-bracket.ts'
import type { BracketRecordView } from '../../../shared/protocol/bracket-views.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { FieldRows, TextField } from '../../ui/field.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { BracketAlternatives } from './bracket-alternatives.tsx'
import styles from './bracket-card.module.css'
import { BracketRecord } from './bracket-record.tsx'

type BracketCardProps = {
  readonly bracket: Pick<Bracket, 'group' | 'by' | 'within'>
  readonly alternatives: readonly ShownAlternative[]
  readonly facts: FactValues
  readonly record: BracketRecordView | null
  readonly threads: readonly ThreadId[]
  /** Its words stand together, so that others can take their place. */
  readonly rewritable: boolean
  /** Where it points to, in the window. */
  readonly anchor: { readonly getBoundingClientRect: () => DOMRect }
  /** Null where one cannot. */
  readonly onSettle: ((settlement: Settlement) => void) | null
  /** Leads to the change that would settle it; null while none is asked for. */
  readonly onProposed: (() => void) | null
  /** Said under the buttons. */
  readonly hint: string
  readonly onThread: (thread: ThreadId) => void
  readonly onBeginThread: (() => void) | null
  readonly onClose: () => void
  /** The focus goes back to the text. */
  readonly onLeft: () => void
}

export function BracketCard(props: BracketCardProps) {
  const t = useText(brackets)
  const c = useText(common)
  const { bracket, alternatives, facts, record, anchor, onSettle, hint, onClose, onLeft } = props
  const [rewriting, setRewriting] = useState(false)
  return (
    <Popover.Root open onOpenChange={open => open || onClose()}>
      <Popover.Anchor virtualRef={{ current: anchor }} />
      <Popover.Portal>
        <Popover.Content
          className={styles.card}
          aria-label={t('title')}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={event => {
            event.preventDefault()
            onLeft()
          }}
        >
          <header className={styles.head}>
            <h2>{t('title')}</h2>
            <span className={styles.status}>
              {props.onProposed ? `◈ ${t('status.proposed')}` : `◇ ${t('status.open')}`}
            </span>
            <Popover.Close className={styles.close} aria-label={c('close')}>
              ×
            </Popover.Close>
          </header>
          <p className={styles.asker}>
            {t('whoAsks')} {bracket.by ? <SideMark side={bracket.by} /> : t('nobodyNamed')}
            {bracket.within && <span className={styles.within}>{t('within')}</span>}
          </p>
          <BracketAlternatives
            alternatives={alternatives}
            facts={facts}
            act={
              onSettle
                ? (letter, name) => (
                    <Button aria-label={t('keepNamed', { name })} onClick={() => onSettle({ keep: letter })}>
                      {t('keep')}
                    </Button>
                  )
                : undefined
            }
          />
          {onSettle &&
            (rewriting ? (
              <Rewrite
                first={alternatives[0]}
                onApply={words => onSettle({ words })}
                onLeave={() => setRewriting(false)}
              />
            ) : (
              <p className={styles.acts}>
                <Button onClick={() => onSettle({ keep: null })}>{t('keepNone')}</Button>
                {props.rewritable && <Button onClick={() => setRewriting(true)}>{t('rewrite')}</Button>}
              </p>
            ))}
          {props.onProposed && (
            <p>
              <Button onClick={props.onProposed}>{t('toChange')}</Button>
            </p>
          )}
          <p className={styles.hint}>{hint}</p>
          {onSettle && !props.rewritable && <p className={styles.hint}>{t('rewriteNot')}</p>}
          {record && <BracketRecord record={record} />}
          <Threads {...props} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Threads({ threads, onThread, onBeginThread }: BracketCardProps): ReactNode {
  const t = useText(brackets)
  if (threads.length === 0 && !onBeginThread) return null
  return (
    <p className={styles.threads}>
      {threads.map((thread, index) => (
        <button key={thread} type="button" onClick={() => onThread(thread)}>
          {t('thread', { n: index + 1 })}
        </button>
      ))}
      {onBeginThread && (
        <button type="button" onClick={onBeginThread}>
          {t('beginThread')}
        </button>
      )}
    </p>
  )
}

/** Both languages at once; one in which the bracket says nothing has no field. */
function Rewrite({
  first,
  onApply,
  onLeave,
}: {
  readonly first: ShownAlternative | undefined
  readonly onApply: (words: { readonly fr: string; readonly ja: string }) => void
  readonly onLeave: () => void
}) {
  const t = useText(brackets)
  const c = useText(common)
  const [words, setWords] = useState({ fr: plain(first, 'fr'), ja: plain(first, 'ja') })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply({ fr: words.fr.trim(), ja: words.ja.trim() })
  }
  return (
    <form className={styles.rewrite} onSubmit={submit}>
      <FieldRows>
        {LANGUAGES.map(language => (
          <TextField
            key={language}
            label={t(language === 'fr' ? 'rewriteFr' : 'rewriteJa')}
            lang={language}
            autoFocus={language === 'fr'}
            maxLength={5000}
            value={words[language]}
            onChange={event => setWords({ ...words, [language]: event.target.value })}
          />
        ))}
      </FieldRows>
      <p className={styles.acts}>
        <Button kind="primary" type="submit" disabled={!words.fr.trim() && !words.ja.trim()}>
          {t('rewriteApply')}
        </Button>
        <Button onClick={onLeave}>{c('cancel')}</Button>
      </p>
    </form>
  )
}

function plain(alternative: ShownAlternative | undefined, language: 'fr' | 'ja'): string {
  return (alternative?.[language] ?? [])
    .flatMap(({ content }) => content.map(inline => (inline.type === 'text' ? inline.text : '')))
    .join('')
}
