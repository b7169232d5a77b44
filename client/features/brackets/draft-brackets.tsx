/** The brackets of a draft that one writes: putting words in them, looking at one, settling it. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { type Bracket, readBrackets } from '../../../shared/model/bracket.ts'
import { shownAlternatives } from '../../../shared/model/bracket-content.ts'
import { readBracketId } from '../../../shared/model/bracket-id.ts'
import { bracketSpans } from '../../../shared/model/bracket-spans.ts'
import { factValues } from '../../../shared/model/fact-values.ts'
import type { ThreadId } from '../../../shared/model/ids.ts'
import { canRewrite, type Settlement } from '../../../shared/model/resolve-bracket.ts'
import { type Anchor, draftPlace } from '../../../shared/model/thread.ts'
import type { BracketsView } from '../../../shared/protocol/bracket-views.ts'
import type { UnitChangesView } from '../../../shared/protocol/change-views.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { call } from '../../api.ts'
import { blockAtHead, blocksOf } from '../../editor/blocks/blocks-of.ts'
import { bracketContent } from '../../editor/brackets/bracket-text.ts'
import { choiceAt } from '../../editor/brackets/passage-choice.ts'
import { openBracket, refuseBracket, settleBracket } from '../../editor/brackets/write-bracket.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { anchorAt } from '../../editor/threads/anchor-now.ts'
import { placesIn } from '../../editor/threads/thread-marks.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { changes as changeWords } from '../../i18n/messages/changes.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOf, useAct } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'
import { CHANGE_TOUCHES } from '../changes/use-change-acts.ts'
import type { ThreadDesk } from '../threads/use-thread-desk.ts'
import { BracketCard } from './bracket-card.tsx'
import { BracketDialog, type BracketWords } from './bracket-dialog.tsx'
import type { BracketRequest, BracketRequests } from './bracket-requests.ts'
import { askedAt } from './brackets-address.ts'
import { changesThatSettle } from './changes-that-settle.ts'

type DraftBracketsProps = {
  readonly view: DraftView
  readonly doc: Y.Doc
  readonly live: LiveText
  readonly pair: EditorPair
  readonly desk: ThreadDesk
  readonly requests: BracketRequests
  /** Those asked for in a joint draft; null in any other. */
  readonly changes: UnitChangesView | null
  /** Leads to the card of a change. */
  readonly onChange: (change: string) => void
}

const TOUCHES = ['GET /api/texts/:id/brackets'] as const

export function DraftBrackets(props: DraftBracketsProps) {
  const { view, pair, requests } = props
  const { request, close } = requests
  const known = useKnownBrackets(view, props.live)
  const link = useLinking(props)
  if (!request || !known?.mayWrite) return null
  const group = request.act === 'open' || request.act === 'thread' ? undefined : groupOf(pair, request)
  const back = () => {
    close()
    setTimeout(() => pair.views[request.language].focus(), 0)
  }
  return group === undefined ? (
    <Opening key={request.nth} {...props} request={request} known={known} link={link} onClose={back} />
  ) : (
    <Looking
      key={request.nth}
      {...props}
      request={request}
      group={group}
      known={known}
      link={link}
      onClose={back}
    />
  )
}

type PartProps = DraftBracketsProps & {
  readonly request: BracketRequest
  readonly known: BracketsView
  readonly link: Linking
  readonly onClose: () => void
}

function Opening({ view, pair, request, known, link, onClose }: PartProps) {
  const isLocked = useLocks(view)
  const t = useText(brackets)
  const say = useToast()
  const { mutateAsync: record } = useAct('POST /api/texts/:id/brackets', TOUCHES)
  const [choice] = useState(() => {
    const at =
      request.act === 'thread' ? placesIn(pair.views[request.language]).get(request.thread) : undefined
    return choiceAt(pair, request.language, at)
  })
  useEffect(() => {
    if (!choice) onClose()
  }, [choice, onClose])
  if (!choice) return null
  const open = ({ remark, ...words }: BracketWords) => {
    const refused = isLocked(choice.units) ? 'locked' : refuseBracket(pair, words)
    if (refused) return refused
    const group = `bracket-${pair.newId()}`
    openBracket(pair, { ...words, group })
    say(t('opened'))
    const side = words.by === '' ? null : words.by
    record({
      params: { id: view.text.id },
      body: { bracket: group, draft: view.draft.id, side, remark },
    }).catch(() => say(t('recordFailed')))
    if (request.act === 'thread') link.now(group, request.thread)
    return undefined
  }
  return (
    <BracketDialog
      choice={choice}
      asksFor={known.asksFor}
      own={known.asksFor[0]!}
      begins={request.language === 'fr' ? 'ja' : 'fr'}
      onOpen={open}
      onClose={onClose}
    />
  )
}

function Looking(props: PartProps & { readonly group: string }) {
  const { view, live, pair, desk, request, group, known, link, onClose, requests } = props
  const t = useText(brackets)
  const say = useToast()
  const [text] = useState<BilingualText>(() => live.read())
  const bracket = useMemo(() => readBrackets(text).find(each => each.group === group), [text, group])
  const facts = useMemo(() => factValues(text, view.facts), [text, view.facts])
  const anchor = useMemo(() => anchorOf(pair, request), [pair, request])
  const kept = known.brackets.find(each => each.bracket === group)
  const settle = (settlement: Settlement) => {
    onClose()
    settleBracket(pair, group, settlement)
    say(t('settled'))
  }
  const begin = () => {
    const hangs = anchorOfBracket(props)
    if (!hangs) return
    requests.close()
    link.later(group, hangs)
    desk.compose(hangs)
  }
  const { onSettle, hint, proposed } = useSettling(props, text, bracket, settle)
  if (!bracket) return null
  return (
    <BracketCard
      bracket={bracket}
      alternatives={shownAlternatives(text, bracket)}
      facts={facts}
      record={kept?.record ?? null}
      threads={(kept?.threads ?? []).filter(id => desk.hung.some(({ thread }) => thread.id === id))}
      rewritable={canRewrite(text, group)}
      anchor={anchor}
      onSettle={onSettle}
      hint={hint}
      onProposed={proposed}
      onThread={thread => {
        requests.close()
        desk.goTo(thread)
      }}
      onBeginThread={desk.circles.length > 0 ? begin : null}
      onClose={onClose}
      onLeft={() => {}}
    />
  )
}

type Settling = {
  /** Null where one may not. */
  readonly onSettle: ((settlement: Settlement) => void) | null
  readonly hint: string
  /** Leads to the change that would settle it; null while none is asked for. */
  readonly proposed: (() => void) | null
}

/** In a private draft it is an edit, in a joint one a change that both chairs consent to. */
function useSettling(
  { view, group, changes, onChange, requests }: PartProps & { readonly group: string },
  text: BilingualText,
  bracket: Bracket | undefined,
  settle: (settlement: Settlement) => void,
): Settling {
  const t = useText(brackets)
  const c = useText(changeWords)
  const say = useToast()
  const isLocked = useLocks(view)
  const { mutateAsync: ask } = useAct('POST /api/drafts/:id/changes', CHANGE_TOUCHES)
  if (view.draft.audience !== 'joint' || view.text.kind !== 'declaration') {
    const locked = isLocked(new Set(bracket?.units))
    return {
      onSettle: locked ? null : settle,
      hint: t(locked ? 'wrong.locked' : 'settleHint'),
      proposed: null,
    }
  }
  const waits = changes?.changes.find(change => change.state === 'open' && change.bracket === group)
  const asks = changes?.asksFor[0]
  const go = (id: string) => {
    requests.close()
    onChange(id)
  }
  const propose = async (settlement: Settlement) => {
    const asked = await changesThatSettle(text, group, settlement)
    requests.close()
    try {
      for (const each of asked) {
        const body = {
          ...each,
          askedBy: asks ?? null,
          reason: { fr: '', ja: '' },
          consents: changes?.answersFor === asks,
        }
        const { change } = await ask({ params: { id: view.draft.id }, body })
        onChange(change)
      }
      say(c('saidAsked'))
    } catch {
      say(t('askFailed'))
    }
  }
  return {
    onSettle: asks && !waits ? settlement => void propose(settlement) : null,
    hint: t('jointHint'),
    proposed: waits ? () => go(waits.id) : null,
  }
}

/** Nobody may change these units before a chair reopens them [A4]. */
function useLocks({ text, draft }: DraftView): (units: ReadonlySet<string>) => boolean {
  const asked = { params: { id: text.id }, query: { place: draftPlace(draft.id) } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/texts/:id/agreement', asked),
    queryFn: () => call('GET /api/texts/:id/agreement', asked),
    enabled: text.kind === 'declaration',
  })
  return units => data?.units.some(({ unit, locked }) => locked && units.has(unit)) ?? false
}

/** How long the server is given to have what one sees here, in milliseconds, and how often it is asked for that. */
const UNTIL_STORED = 1_000
const MOST_TRIES = 5

/** What the server knows of the brackets; their words are read from the text as it is being written. */
function useKnownBrackets({ text, draft }: DraftView, live: LiveText): BracketsView | undefined {
  const { data, dataUpdatedAt, refetch } = useQuery({
    queryKey: keyOf('GET /api/texts/:id/brackets', askedAt(text.id, draftPlace(draft.id))),
    queryFn: () => call('GET /api/texts/:id/brackets', askedAt(text.id, draftPlace(draft.id))),
  })
  const groups = useSyncExternalStore(live.subscribe, () => groupsIn(live.get()))
  const known = data?.brackets
    .map(({ bracket }) => bracket)
    .sort()
    .join(' ')
  const tries = useRef({ groups, left: MOST_TRIES })
  useEffect(() => {
    if (known === undefined || known === groups) return
    if (tries.current.groups !== groups) tries.current = { groups, left: MOST_TRIES }
    if (tries.current.left-- <= 0) return
    const timer = setTimeout(() => void refetch(), Math.max(0, dataUpdatedAt + UNTIL_STORED - Date.now()))
    return () => clearTimeout(timer)
  }, [known, groups, dataUpdatedAt, refetch])
  return data
}

const groupsOf = new WeakMap<BilingualText, string>()

function groupsIn(text: BilingualText): string {
  const found = groupsOf.get(text)
  if (found !== undefined) return found
  const groups = readBrackets(text)
    .map(({ group }) => group)
    .sort()
    .join(' ')
  groupsOf.set(text, groups)
  return groups
}

type Linking = {
  readonly now: (group: string, thread: ThreadId) => void
  /** The thread that is about to be begun there. */
  readonly later: (group: string, anchor: Anchor) => void
}

function useLinking({ view, desk }: DraftBracketsProps): Linking {
  const { mutate } = useAct('POST /api/texts/:id/brackets/threads', TOUCHES)
  const awaited = useRef<{
    readonly group: string
    readonly words: string
    readonly known: Set<string>
  } | null>(null)
  const place = draftPlace(view.draft.id)
  const id = view.text.id
  const now = useCallback(
    (bracket: string, thread: ThreadId) => mutate({ params: { id }, body: { bracket, place, thread } }),
    [mutate, id, place],
  )
  const { hung } = desk
  const later = useCallback(
    (group: string, anchor: Anchor) => {
      const known = new Set(hung.map(({ thread }) => thread.id as string))
      awaited.current = { group, words: anchor.passage?.words ?? '', known }
    },
    [hung],
  )
  useEffect(() => {
    const wanted = awaited.current
    const begun =
      wanted &&
      hung.find(({ thread }) => !wanted.known.has(thread.id) && thread.anchor.passage?.words === wanted.words)
    if (!wanted || !begun) return
    awaited.current = null
    now(wanted.group, begun.thread.id)
  }, [hung, now])
  return useMemo(() => ({ now, later }), [now, later])
}

/** Of the sign that was clicked, or the innermost bracket at the caret; undefined where none is. */
function groupOf(pair: EditorPair, request: BracketRequest): string | undefined {
  if (request.act === 'sign') return readBracketId(request.id).group
  const { state } = pair.views[request.language]
  const block = state.selection.empty ? blockAtHead(state) : undefined
  if (!block) return undefined
  const offset = state.selection.head - block.from - 1
  const span = bracketSpans(bracketContent(block.node)).findLast(
    ({ from, to }) => from <= offset && offset <= to,
  )
  return span && readBracketId(span.id).group
}

/** Where the card points to: the sign, or the caret. It stays there while the text is drawn anew. */
function anchorOf(pair: EditorPair, request: BracketRequest) {
  const view = pair.views[request.language]
  let last = new DOMRect()
  return {
    getBoundingClientRect: () => {
      if (request.act === 'sign' && request.sign.isConnected) last = request.sign.getBoundingClientRect()
      else if (request.act === 'caret') {
        const { left, top, bottom } = view.coordsAtPos(view.state.selection.head)
        last = new DOMRect(left, top, 0, bottom - top)
      }
      return last
    },
  }
}

/** Its first words in the language that one was in, else in the other. */
function anchorOfBracket({
  pair,
  doc,
  group,
  request,
}: PartProps & { readonly group: string }): Anchor | undefined {
  const other = request.language === 'fr' ? 'ja' : 'fr'
  const docs = { fr: pair.views.fr.state.doc, ja: pair.views.ja.state.doc }
  for (const language of [request.language, other] as const)
    for (const block of blocksOf(docs[language])) {
      const span = bracketSpans(bracketContent(block.node)).find(
        ({ id }) => readBracketId(id).group === group,
      )
      if (span)
        return anchorAt(
          language,
          { from: block.from + 1 + span.from, to: block.from + 1 + span.to },
          doc,
          docs,
        )
    }
  return undefined
}
