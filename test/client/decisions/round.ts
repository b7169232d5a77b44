/** A round as the server shows it, from a few words. */
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { Outcome } from '../../../shared/model/amendment.ts'
import type { CommentId, ThreadId } from '../../../shared/model/ids.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type {
  RoundAmendment,
  RoundComment,
  RoundEntry,
  RoundThread,
  RoundView,
} from '../../../shared/protocol/round-views.ts'
import { declaration, type Lines } from '../compare/texts.ts'

const TITLES = {
  fra: { fr: 'COPIL FRA – rédaction', ja: 'フランス側起草担当' },
  jap: { fr: 'Secrétariat', ja: '事務局' },
}

export function said(side: 'fra' | 'jap', at: string, body: string | null): RoundComment {
  return { id: `comment ${at}` as CommentId, by: { title: TITLES[side], side }, at, body, editedAt: null }
}

export function thread(
  id: string,
  comments: readonly RoundComment[],
  more: Partial<RoundThread> = {},
): RoundThread {
  const [first] = comments
  return {
    id: id as ThreadId,
    audience: 'joint',
    origin: 'V1-FRA',
    quote: null,
    by: first!.by,
    createdAt: first!.at,
    comments,
    resolved: null,
    since: null,
    ...more,
  }
}

/** What the answer makes of a paragraph, and how that was decided. */
export function amendment(
  key: string,
  before: Lines[string],
  after: Lines[string],
  decided: { outcome: Outcome; reason?: BilingualLabel } | null = null,
  more: Partial<RoundAmendment> = {},
): RoundAmendment {
  const { rows } = compareTexts(declaration({ [key]: before }), declaration({ [key]: after }))
  return {
    key,
    kinds: ['modified'],
    alarm: null,
    rows,
    decision: decided && { outcome: decided.outcome, reason: decided.reason ?? null },
    fate: null,
    differs: false,
    now: [],
    ...more,
  }
}

export function entry(
  key: string,
  number: number,
  of: { readonly amendment?: RoundAmendment; readonly threads?: readonly RoundThread[] },
): RoundEntry {
  return {
    key,
    place: { in: 'answer', numbers: [number] },
    words: { fr: `Mots de ${key}`, ja: `${key}の冒頭` },
    amendment: of.amendment ?? null,
    threads: of.threads ?? [],
  }
}

export function round(entries: readonly RoundEntry[], more: Partial<RoundView> = {}): RoundView {
  const version = (label: string, side: 'fra' | 'jap', madeAt: string) =>
    ({ id: label, label, side, madeAt, sha256: label, decisions: null }) as unknown as RoundView['answer']
  return {
    text: { id: 'text', title: { fr: 'Déclaration', ja: '宣言' } } as unknown as RoundView['text'],
    base: version('V1', 'jap', '2026-04-01T00:00:00Z'),
    answer: version('V1-FRA', 'fra', '2026-05-01T00:00:00Z'),
    end: { state: 'transmitted', version: version('V2', 'jap', '2026-06-01T00:00:00Z') },
    facts: { base: {}, answer: {}, end: {} },
    entries,
    detached: [],
    unplaced: [],
    internal: false,
    mayAddInternal: true,
    called: {},
    ...more,
  }
}
