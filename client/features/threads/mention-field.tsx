/**
 * A field for a comment, in which @ calls somebody: the names are offered in a list below, chosen with the arrows
 * and Enter. While a conversion is open no key acts and nothing is written into the field [U5].
 */

import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { languageOfWords } from '../../../shared/model/language-of-words.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './mention-field.module.css'
import {
  type Callable,
  type MentionQuery,
  matchingCallables,
  mentionQuery,
  withMention,
} from './mention-text.ts'

type MentionFieldProps = {
  readonly label: string
  readonly words: string
  readonly onWords: (words: string) => void
  readonly callables: readonly Callable[]
  readonly onSend: () => void
  readonly onLeave: () => void
  readonly invalid: boolean
  /** Id of what is said below the field. */
  readonly describedBy: string
  readonly ref: Ref<{ focus(): void }>
}

/** As many names as one takes in at a glance. */
const MOST_OFFERED = 7

export function MentionField(props: MentionFieldProps) {
  const { label, words, onWords, callables, onSend, onLeave, invalid, describedBy, ref } = props
  const t = useText(threads)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState<MentionQuery | undefined>()
  const [left, setLeft] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus({ preventScroll: true }) }), [])

  const open = asked !== undefined && asked.at !== left
  const offered = open ? matchingCallables(callables, asked.query).slice(0, MOST_OFFERED) : []
  const current = offered[Math.min(at, offered.length - 1)]

  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current!
    const found = selectionStart === selectionEnd ? mentionQuery(value, selectionStart) : undefined
    if (found?.at !== asked?.at || found?.query !== asked?.query) setAt(0)
    if (found?.at !== left) setLeft(null)
    setAsked(found)
  }
  const choose = (callable: Callable) => {
    const element = field.current
    if (!element || !asked) return
    const written = withMention(element.value, asked, callable)
    onWords(written.words)
    setAsked(undefined)
    // The caret goes behind the name once React has written it.
    requestAnimationFrame(() => {
      element.focus({ preventScroll: true })
      element.setSelectionRange(written.caret, written.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // 229: the key belongs to a conversion, also for browsers that end it before they tell of the key.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const does = actOf(event)
    if (!does) return
    event.preventDefault()
    event.stopPropagation()
    does()
  }
  const actOf = (event: KeyboardEvent): (() => void) | undefined => {
    const { key } = event
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined
    if (offered.length > 0) {
      if (key === 'ArrowDown') return () => setAt((at + 1) % offered.length)
      if (key === 'ArrowUp') return () => setAt((at + offered.length - 1) % offered.length)
      if ((key === 'Enter' || key === 'Tab') && !event.shiftKey && current) return () => choose(current)
      if (key === 'Escape') return () => setLeft(asked!.at)
    }
    return key === 'Escape' ? onLeave : undefined
  }
  useGrowing(field, words)

  return (
    <div className={styles.field}>
      <textarea
        ref={field}
        className={styles.words}
        aria-label={label}
        placeholder={t('placeholder')}
        rows={3}
        lang={words ? languageOfWords(words) : undefined}
        value={words}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={offered.length ? id : undefined}
        aria-activedescendant={current && offered.length ? `${id}-${offered.indexOf(current)}` : undefined}
        onChange={event => {
          onWords(event.target.value)
          look()
        }}
        onSelect={look}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(undefined)}
      />
      {offered.length > 0 && (
        <div className={styles.offered} id={id} role="listbox" aria-label={t('callSomeone')}>
          {offered.map((callable, index) => (
            <div
              key={callable.name}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={callable === current}
              className={styles.option}
              // The field keeps the focus, and with it the list.
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(callable)}
              onKeyDown={() => {}}
            >
              <span className={styles.shape} data-side={callable.side ?? undefined} aria-hidden="true" />
              <span className={styles.name}>{callable.name}</span>
              <span className={styles.kind}>{t(KIND_WORDS[callable.mention.kind])}</span>
            </div>
          ))}
        </div>
      )}
      <p className="unseen" role="status">
        {offered.length > 0 ? t('suggestions', { count: offered.length }) : ''}
      </p>
    </div>
  )
}

const KIND_WORDS = { mandate: 'kindPerson', role: 'kindRole', side: 'kindSide' } as const

/** As high as its words, up to half of the window; where the browser does it by itself this changes nothing. */
function useGrowing(field: { readonly current: HTMLTextAreaElement | null }, words: string): void {
  useEffect(() => {
    const element = field.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.blockSize = 'auto'
    element.style.blockSize = words ? `${element.scrollHeight + 2}px` : ''
  }, [field, words])
}
