/**
 * Where a comment is written: a new thread with the choice of who reads it, a reply, or a correction. The words are
 * kept on this device until the server has them, and say why they could not be sent.
 */
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Audience } from '../../../shared/model/bilingual-text.ts'
import { MOST_COMMENT, mentionsIn, mentionToken } from '../../../shared/model/comment-body.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import type { Circle, ThreadsView } from '../../../shared/protocol/thread-views.ts'
import { useFailureText } from '../../failure-text.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { keepEntry } from '../../kept-on-device.ts'
import { Button } from '../../ui/button.tsx'
import { audienceOf } from './circle-audience.ts'
import { CircleChoice } from './circle-choice.tsx'
import { type KeptComment, readKeptComment } from './kept-comment.ts'
import { MentionField } from './mention-field.tsx'
import { callablesIn, fromTokens, toTokens } from './mention-text.ts'
import styles from './thread-composer.module.css'
import { useCallNames } from './thread-words.ts'

type ThreadComposerProps = {
  readonly kind: 'new' | 'reply' | 'edit'
  /** In which the comment may be: a choice for a new thread, the thread's own for the others. The safest first. */
  readonly circles: readonly Circle[]
  readonly people: ThreadsView['people']
  /** Why there is no choice. */
  readonly isPrivate?: boolean
  /** Under which the words are kept on this device; null for a correction, whose old words the server has. */
  readonly keptAs: string | null
  /** Words to begin with, when none were kept. */
  readonly initial?: KeptComment | undefined
  /** Where a new thread is to hang; null while no place was chosen. */
  readonly anchor?: Anchor | null
  readonly takesFocus: boolean
  /** Rejects when the server did not take it. */
  readonly onSend: (body: string, audience: Audience) => Promise<unknown>
  /** Leaves the composer; words that were written stay kept. */
  readonly onLeave: () => void
}

export function ThreadComposer(props: ThreadComposerProps) {
  const { kind, circles, people, isPrivate = false, keptAs, anchor, takesFocus, onSend, onLeave } = props
  const t = useText(threads)
  const failureText = useFailureText()
  const id = useId()
  const field = useRef<{ focus(): void }>(null)
  const everyone = useCallables(people, null)
  const [first] = useState(
    () => (keptAs ? readKeptComment(localStorage, keptAs) : undefined) ?? props.initial,
  )
  const [words, setWords] = useState(() => fromTokens(first?.body ?? '', everyone))
  const [circle, setCircle] = useState<Circle>(
    () => circles.find(each => audienceOf(each) === first?.audience) ?? circles[0]!,
  )
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const within = useCallables(people, circle)
  const body = toTokens(words, everyone).trim()
  const audience = audienceOf(circle)
  const kept = useKeeping(keptAs, body, kind === 'new' ? audience : null, anchor ?? null)

  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])

  const readers = new Set(within.map(({ mention }) => mentionToken(mention)))
  const strangers = mentionsIn(body)
    .map(mentionToken)
    .filter(token => !readers.has(token))
    .map(token => everyone.find(({ mention }) => mentionToken(mention) === token)?.name ?? t('callUnknown'))
  const tooMuch = body.length - MOST_COMMENT
  const placeMissing = kind === 'new' && !anchor
  const ready = body !== '' && !sending && !placeMissing && strangers.length === 0 && tooMuch <= 0

  const send = async () => {
    if (!ready) return
    setSending(true)
    setFailure(undefined)
    try {
      await onSend(body, audience)
      kept.forget()
      setWords('')
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(false)
    }
  }
  const discard = () => {
    kept.forget()
    onLeave()
  }

  return (
    <form
      className={styles.composer}
      data-audience={audience}
      aria-label={t(kind === 'new' ? 'newThread' : kind === 'reply' ? 'reply' : 'edit')}
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      {kind === 'new' && <CircleChoice circles={circles} circle={circle} onCircle={setCircle} />}
      <MentionField
        ref={field}
        label={t(kind === 'new' ? 'newWords' : kind === 'reply' ? 'replyWords' : 'editWords')}
        words={words}
        onWords={setWords}
        callables={within}
        onSend={() => void send()}
        onLeave={onLeave}
        invalid={strangers.length > 0 || tooMuch > 0}
        describedBy={id}
      />
      <div id={id} className={styles.said}>
        <p>{t(`readers.${circle}`)}</p>
        {kind === 'new' && isPrivate && <p>{t('privateDraft')}</p>}
        {placeMissing && <p className={styles.fault}>{t('placeLost')}</p>}
        {strangers.length > 0 && (
          <p className={styles.fault}>{t('cannotRead', { names: strangers.join(', ') })}</p>
        )}
        {tooMuch > 0 && <p className={styles.fault}>{t('tooLong', { count: tooMuch })}</p>}
        {failure === undefined && first && keptAs && body !== '' && <p>{t('restored')}</p>}
      </div>
      {failure !== undefined && (
        <p className={styles.failed} role="alert">
          <strong>
            <span aria-hidden="true">▲ </span>
            {t('notSent')}
          </strong>{' '}
          {failureText(failure)} {t(kept.isKept ? 'keptHere' : 'notKept')}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={!ready} busy={sending} title={t('sendKeys')}>
          {kind === 'edit' ? t('saveEdit') : t(audience === 'joint' ? 'sendShared' : 'sendInternal')}
        </Button>
        <Button kind="plain" onClick={body === '' || !keptAs ? discard : onLeave}>
          {t('cancel')}
        </Button>
        {body !== '' && keptAs && (
          <Button kind="plain" onClick={discard}>
            {t('discard')}
          </Button>
        )}
      </div>
    </form>
  )
}

function useCallables(people: ThreadsView['people'], circle: Circle | null) {
  const names = useCallNames()
  // The same names in every circle: someone who shares a name with another keeps the number.
  return useMemo(() => {
    const all = callablesIn(people, null, names)
    if (circle === null) return all
    const within = new Set(callablesIn(people, circle, names).map(({ mention }) => mentionToken(mention)))
    return all.filter(({ mention }) => within.has(mentionToken(mention)))
  }, [people, circle, names])
}

/** Keeps the words while they are written; `isKept` is false when the device does not allow it. */
function useKeeping(key: string | null, body: string, audience: Audience | null, anchor: Anchor | null) {
  const [isKept, setKept] = useState(true)
  const sent = useRef(false)
  useEffect(() => {
    if (key === null || sent.current) return
    if (body) setKept(keepEntry(localStorage, key, { body, audience, anchor }))
    else localStorage.removeItem(key)
  }, [key, body, audience, anchor])
  const forget = () => {
    sent.current = true
    if (key !== null) localStorage.removeItem(key)
  }
  return { isKept: isKept && key !== null, forget }
}
