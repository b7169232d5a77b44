/** The rows shown as records of a file: the heads in both languages, one record for an amendment or a thread. */
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { type InterfaceLanguage, LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { asPlainWords } from '../../../shared/model/plain-words.ts'
import type {
  RoundAmendment,
  RoundComment,
  RoundThread,
  RoundView,
} from '../../../shared/protocol/round-views.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { common } from '../../i18n/messages/common.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { labelIn, sayIn } from '../../i18n/use-text.ts'
import { type MentionName, plainComment } from './comment-words.ts'
import type { TableSetting } from './decisions-table.tsx'
import { saidOutcome, saidState } from './outcome-words.ts'
import type { TableEntry } from './shown-entries.ts'

/** `language` is that of names which exist in one language only at a time, such as mandates. */
export function decisionRecords(
  entries: readonly TableEntry[],
  setting: TableSetting,
  nameOf: MentionName,
  language: InterfaceLanguage,
): string[][] {
  const columns = columnsOf(setting)
  return [
    columns.map(({ head }) => head),
    ...entries.flatMap(entry => {
      const items: Item[] = [
        ...(entry.amendment ? [amendmentItem(entry.amendment, setting)] : []),
        ...entry.threads.map(thread => threadItem(thread, nameOf, language)),
      ]
      return items.map(item => columns.map(({ cell }) => cell(entry, item)))
    }),
  ]
}

/** What is in a name: which answer, and that it is not for the other side. */
export function decisionsFileName({
  answer,
  end,
  internal,
}: Pick<RoundView, 'answer' | 'end' | 'internal'>): string {
  const closed = internal || end.state === 'draft'
  return `${answer.label}-decisions${closed ? '-internal' : ''}.csv`
}

type Column = { readonly head: string; readonly cell: (entry: TableEntry, item: Item) => string }

/** One row of the table in plain words; what an item does not have is empty. */
type Item = {
  readonly kind: string
  readonly circle: string
  readonly side: string
  readonly by: string
  readonly at: string
  readonly old: { readonly [L in Language]: string }
  readonly proposed: { readonly [L in Language]: string }
  readonly quote: string
  readonly comment: string
  readonly reply: string
  readonly outcome: (language: Language) => string
  readonly fate: string
  readonly reason: { readonly [L in Language]: string }
}

const NO_WORDS = { fr: '', ja: '' }

function columnsOf({ languages, names }: TableSetting): Column[] {
  const of = (words: string, language: Language) => `${words} – ${LANGUAGE_NAMES[language]}`
  const each = (
    head: string,
    cell: (entry: TableEntry, item: Item, language: Language) => string,
  ): Column[] =>
    languages.map(language => ({
      head: of(head, language),
      cell: (entry, item) => cell(entry, item, language),
    }))
  const inBoth = (head: string, cell: (item: Item, language: Language) => string): Column[] =>
    LANGUAGES.map(language => ({ head: of(head, language), cell: (_, item) => cell(item, language) }))
  const one = (head: string, cell: Column['cell']): Column => ({ head, cell })
  return [
    one(both('unitHead'), ({ place }) =>
      place ? `${names[place.in] ?? ''} § ${place.numbers.join(', ')}` : '',
    ),
    ...each(both('csv.words'), ({ words }, _, language) => words[language]),
    one(both('csv.kind'), (_, { kind }) => kind),
    one(both('csv.circle'), (_, { circle }) => circle),
    one(both('csv.side'), (_, { side }) => side),
    one(both('csv.by'), (_, { by }) => by),
    one(both('csv.date'), (_, { at }) => at),
    ...each(
      bothOf(each => sayIn(decisions, each)('csv.old', { label: names.base })),
      (_, { old }, language) => old[language],
    ),
    ...each(
      bothOf(each => sayIn(decisions, each)('csv.new', { label: names.answer })),
      (_, { proposed }, language) => proposed[language],
    ),
    one(both('csv.quote'), (_, { quote }) => quote),
    one(both('csv.comment'), (_, { comment }) => comment),
    one(both('replyHead'), (_, { reply }) => reply),
    ...inBoth(both('outcomeHead'), ({ outcome }, language) => outcome(language)),
    one(both('csv.fate'), (_, { fate }) => fate),
    ...inBoth(both('reasonHead'), ({ reason }, language) => reason[language]),
  ]
}

function amendmentItem(amendment: RoundAmendment, { facts, answer, end, names }: TableSetting): Item {
  const { rows, now, decision, fate, differs } = amendment
  const said = saidOutcome(amendment, end)
  const version = names.end ?? ''
  const reply =
    fate === null || names.end === null || (end.state === 'draft' && !decision)
      ? ''
      : fate === 'in-part'
        ? LANGUAGES.map(
            language => `${LANGUAGE_NAMES[language]} : ${wordsOf(now, 'new', language, facts.end)}`,
          ).join('\n')
        : bothOf(each => sayIn(decisions, each)(fate === 'taken' ? 'asAsked' : 'notTaken', { version }))
  return {
    kind: both('amendment'),
    circle: decision && end.state === 'draft' ? both('csv.notTransmitted') : circleName('joint'),
    side: sideName(answer.side),
    by: '',
    at: answer.madeAt,
    old: inEach(language => wordsOf(rows, 'old', language, facts.base)),
    proposed: inEach(language => wordsOf(rows, 'new', language, facts.answer)),
    quote: '',
    comment: '',
    reply,
    outcome: said.say,
    fate: differs && fate ? bothOf(each => sayIn(fates, each)(`fate.${fate}`)) : '',
    reason: decision?.reason ?? NO_WORDS,
  }
}

function threadItem(thread: RoundThread, nameOf: MentionName, language: InterfaceLanguage): Item {
  const { audience, by, createdAt, quote, comments } = thread
  const [first, ...replies] = comments
  const words = ({ body }: RoundComment) =>
    body === null ? sayIn(decisions, language)('deletedComment') : plainComment(body, nameOf)
  return {
    kind: both('thread'),
    circle: circleName(audience),
    side: sideName(by.side),
    by: labelIn(by.title, language).text,
    at: createdAt,
    old: NO_WORDS,
    proposed: NO_WORDS,
    quote: quote?.words ?? '',
    comment: first ? words(first) : '',
    reply: replies
      .map(reply => `${labelIn(reply.by.title, language).text}, ${reply.at}\n${words(reply)}`)
      .join('\n\n'),
    outcome: saidState(thread).say,
    fate: '',
    reason: NO_WORDS,
  }
}

/** The blocks of the old or the new text in these rows, facts and brackets in it, one a line. */
function wordsOf(
  rows: readonly ComparisonRow[],
  state: 'old' | 'new',
  language: Language,
  facts: FactValues,
): string {
  const blocks = new Map<string, Block>()
  for (const row of rows)
    for (const pair of row[language].pairs) {
      const block = pair[state]
      if (block) blocks.set(block.id, block)
    }
  const text = { ...{ fr: [], ja: [] }, [language]: [...blocks.values()] }
  return asPlainWords(text, facts)[language].map(plainText).join('\n')
}

function inEach(words: (language: Language) => string): { readonly [L in Language]: string } {
  return { fr: words('fr'), ja: words('ja') }
}

function circleName(audience: RoundThread['audience']): string {
  return bothOf(each => sayIn(threads, each)(`circle.${audience}`))
}

function sideName(side: RoundView['answer']['side']): string {
  return bothOf(each => sayIn(common, each)(side ? `side.${side}` : 'side.none'))
}

function both(
  key:
    | 'unitHead'
    | 'replyHead'
    | 'outcomeHead'
    | 'reasonHead'
    | 'amendment'
    | 'thread'
    | `csv.${'words' | 'kind' | 'circle' | 'side' | 'by' | 'date' | 'quote' | 'comment' | 'fate' | 'notTransmitted'}`,
): string {
  return bothOf(each => sayIn(decisions, each)(key))
}

function bothOf(say: (language: Language) => string): string {
  return LANGUAGES.map(say).join(' / ')
}
