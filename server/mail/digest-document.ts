/** [D4] The digest of one reader as a mail: whose turn, what awaits one, what changed in the texts, what else happened. */
import type { Stage } from '../../shared/model/edition.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Person } from '../../shared/model/mandate.ts'
import type { AwaitingView, NewsView, TextNews } from '../../shared/protocol/news-views.ts'
import type { ActView } from '../../shared/protocol/views.ts'
import { ACT_WORDS, actSubject } from '../../shared/words/act-words.ts'
import { onBothClocks, onOneClock } from '../../shared/words/dates.ts'
import { labelIn } from '../../shared/words/label-in.ts'
import { say } from '../../shared/words/say.ts'
import { textBlocks } from './digest-texts.ts'
import { type MailBlock, type MailDocument, type MailPiece, plain } from './mail-document.ts'
import { mailWords, type SayInMail } from './mail-words.ts'
import {
  adoptionPath,
  agreementPath,
  endPath,
  PLAN_PATH,
  PROFILE_PATH,
  proposalsPath,
  threadPath,
  undecidedPath,
  unitChangePath,
  unitPath,
  versionPath,
  workshopPath,
} from './places.ts'

export type DigestMatter = {
  readonly person: Pick<Person, 'language' | 'zone'>
  readonly edition: BilingualLabel
  readonly hour: number
  /** Of the room, such as `https://room.example`. */
  readonly origin: string
  /** Ends the digest. */
  readonly endToken: string
  readonly now: string
  readonly news: NewsView
  readonly awaiting: readonly AwaitingView[]
  readonly stages: readonly Stage[]
  /** The current stage is the reader's turn. */
  readonly myTurn: boolean
}

/** Listed at most; the pages have the rest. */
const MOST_ACTS = 20
const MOST_AWAITING = 15

/** What each part of the document is written with. */
export type Writing = {
  readonly t: SayInMail
  readonly language: Person['language']
  /** An instant on the reader's own clock. */
  readonly when: (instant: string) => string
  /** A name in the reader's language, marked where it is in another one. */
  readonly name: (label: BilingualLabel) => MailPiece
  readonly address: (path: string) => string
}

export function digestDocument(matter: DigestMatter): MailDocument {
  const { language, zone } = matter.person
  const writing: Writing = {
    t: mailWords(language),
    language,
    when: instant => onOneClock(instant, language, zone),
    name: label => {
      const { text, lang } = labelIn(label, language)
      return lang === language ? { text } : { text, lang }
    },
    address: path => matter.origin + path,
  }
  return {
    language,
    subject: subjectOf(matter, writing.t),
    blocks: [
      ...headBlocks(matter, writing),
      ...awaitingBlocks(matter, writing),
      ...textBlocks(matter.news.texts, writing),
      ...actBlocks(matter, writing),
      footer(matter, writing),
    ],
  }
}

/** How many things are new: paragraphs, threads elsewhere, events; a text too long to be compared is one. */
export function countNews({ texts, acts }: NewsView): number {
  const things = ({ units, more, detached, compared }: TextNews) =>
    units.length + more + detached.length + (compared?.changed === null ? 1 : 0)
  return texts.reduce((sum, news) => sum + things(news), acts.length)
}

function subjectOf(matter: DigestMatter, t: SayInMail): string {
  const isJapanese = matter.person.language === 'ja'
  const [news, awaiting] = [countNews(matter.news), matter.awaiting.length]
  const counts = [
    news > 0 ? t('news', { count: news }) : '',
    awaiting > 0 ? t('awaiting-count', { count: awaiting }) : '',
  ].filter(Boolean)
  const said = counts.join(isJapanese ? '・' : ', ')
  const turn = turnWords(matter, t)
  return t('subject', { things: turn ? said + (isJapanese ? `　${turn}` : ` – ${turn}`) : said })
}

/** Whose turn it is, as a part of a sentence; empty when no stage is under way. */
function turnWords({ stages, myTurn }: DigestMatter, t: SayInMail): string {
  const current = currentOf(stages)
  if (!current) return ''
  const turn = t(`turn.${current.turn}`)
  return myTurn ? t('turn-mine', { turn }) : turn
}

function currentOf(stages: readonly Stage[]): Stage | undefined {
  return stages.find(stage => stage.state === 'current')
}

function headBlocks(matter: DigestMatter, { t, when, name }: Writing): MailBlock[] {
  const current = currentOf(matter.stages)
  const { since } = matter.news
  return [
    { type: 'paragraph', tone: 'quiet', pieces: [{ text: 'Concordance – ' }, name(matter.edition)] },
    { type: 'heading', level: 1, pieces: plain(t('since', { when: when(since ?? matter.now) })) },
    ...(current
      ? [
          paragraph(t('stage', { stage: name(current.name).text, turn: turnWords(matter, t) })),
          ...(current.due ? [paragraph(dueWords(current.due, matter, t))] : []),
        ]
      : []),
  ]
}

function dueWords({ at, zone }: NonNullable<Stage['due']>, matter: DigestMatter, t: SayInMail): string {
  const when = onBothClocks(at, matter.person.language, zone)
  return t(at < matter.now ? 'due-late' : 'due', { when })
}

function awaitingBlocks(matter: DigestMatter, writing: Writing): MailBlock[] {
  const { awaiting } = matter
  if (awaiting.length === 0) return []
  const { t } = writing
  const listed = awaiting.slice(0, MOST_AWAITING)
  const more = awaiting.length - listed.length
  return [
    { type: 'heading', level: 2, pieces: plain(t('awaiting')) },
    {
      type: 'list',
      items: [
        ...listed.map(item => [awaitingPiece(item, matter, writing)]),
        ...(more > 0 ? [[{ text: t('more-awaiting', { count: more }), href: writing.address('/') }]] : []),
      ],
    },
  ]
}

function awaitingPiece(item: AwaitingView, matter: DigestMatter, { t, name, address }: Writing): MailPiece {
  switch (item.kind) {
    case 'mention':
    case 'assigned': {
      const href = address(threadPath(item.place, item.thread))
      const { words } = item
      return item.kind === 'mention'
        ? { text: t('mention', { by: name(item.by.title).text, words }), href }
        : { text: t('assigned', { words }), href }
    }
    case 'amendments':
      return {
        text: t('amendments', { count: item.undecided, answer: item.answer.label }),
        href: address(undecidedPath(item.draft)),
      }
    case 'receipt':
      return {
        text: t('receipt', { version: item.version.label }),
        href: address(versionPath(item.version.id)),
      }
    case 'proposals':
      return { text: t('proposals', { count: item.undecided }), href: address(proposalsPath(item.text)) }
    case 'unit-change':
      return {
        text: t(item.askedBy ? `unit-change-${item.askedBy}` : 'unit-change', { n: item.number }),
        href: address(unitChangePath(item.draft, item.change)),
      }
    case 'consents':
      return { text: t(`consents-${item.side}`, { count: item.units }), href: address(agreementPath(item)) }
    case 'confirmations':
      return { text: t('confirmations', { count: item.units }), href: address(agreementPath(item)) }
    case 'reopenings':
      return { text: t('reopenings', { count: item.units }), href: address(agreementPath(item)) }
    case 'seal':
      return { text: t(item.sealedByOther ? 'seal-other' : 'seal'), href: address(adoptionPath(item.text)) }
    case 'corrigendum':
      return { text: t('corrigendum'), href: address(adoptionPath(item.text)) }
    case 'returned':
      return { text: t('returned'), href: address(workshopPath(item.workshop)) }
    case 'review':
      return {
        text: t('review', { version: item.version.label }),
        href: address(versionPath(item.version.id)),
      }
    case 'translation':
      return {
        text: t(`translation-${item.language}`, { count: item.units }),
        href: address(item.draft ? unitPath(item.draft, item.unit) : workshopPath(item.workshop)),
      }
    case 'deadline': {
      const stage = matter.stages.find(each => each.id === item.stage)
      const when = onBothClocks(item.at, matter.person.language, stage?.due?.zone ?? null)
      const of = { stage: stage ? name(stage.name).text : '', when }
      return { text: t(item.late ? 'deadline-late' : 'deadline', of), href: address(PLAN_PATH) }
    }
  }
}

function actBlocks({ news: { acts }, person }: DigestMatter, writing: Writing): MailBlock[] {
  if (acts.length === 0) return []
  const { t, address } = writing
  const listed = acts.slice(0, MOST_ACTS)
  const more = acts.length - listed.length
  return [
    { type: 'heading', level: 2, pieces: plain(t('acts')) },
    {
      type: 'list',
      items: [
        ...listed.map(act => plain(actWords(act, person.zone, writing))),
        ...(more > 0 ? [[{ text: t('more-acts', { count: more }), href: address('/') }]] : []),
      ],
    },
  ]
}

function actWords(act: ActView, zone: string, { t, language, when, name }: Writing): string {
  const what = say(ACT_WORDS[language][act.kind], language, { what: actSubject(act, language, zone) })
  return act.by
    ? t('act-by', { when: when(act.at), what, by: name(act.by).text })
    : t('act', { when: when(act.at), what })
}

function footer({ hour, person: { zone }, endToken }: DigestMatter, { t, address }: Writing): MailBlock {
  return {
    type: 'footer',
    blocks: [
      {
        type: 'paragraph',
        tone: 'quiet',
        pieces: plain(t('why', { hour, zone: zone.replaceAll('_', ' ') })),
      },
      { type: 'paragraph', tone: 'quiet', pieces: [{ text: t('settings'), href: address(PROFILE_PATH) }] },
      { type: 'paragraph', tone: 'quiet', pieces: [{ text: t('end'), href: address(endPath(endToken)) }] },
    ],
  }
}

function paragraph(text: string): MailBlock {
  return { type: 'paragraph', pieces: plain(text) }
}
