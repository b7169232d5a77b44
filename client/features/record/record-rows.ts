/** The record as rows: all chains in one list, each act in words, and as a CSV file. */

import type { ChainFault, HashedAct, RecordFile } from '../../../shared/model/act-chain.ts'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import { ACT_KINDS, type ActKind } from '../../../shared/protocol/views.ts'
import { ACT_WORDS, actSubject } from '../../../shared/words/act-words.ts'
import { CLOCKS, isoDay, isoTime } from '../../../shared/words/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { record as messages } from '../../i18n/messages/record.ts'
import { sayIn } from '../../i18n/use-text.ts'
import { csvOf } from '../decisions/csv.ts'

export type RecordRow = HashedAct & {
  readonly words: string
  /** Title of the mandate; null for the program. */
  readonly by: string | null
  readonly fault: ChainFault['fault'] | null
}

/** The newest first. */
export function recordRows(
  record: RecordFile,
  faults: readonly ChainFault[],
  language: InterfaceLanguage,
  zone: string,
): RecordRow[] {
  const faultOf = new Map(faults.map(each => [`${each.audience} ${each.number}`, each.fault]))
  const spoken = language === 'ja' ? 'ja' : 'fr'
  return record.chains
    .flatMap(({ acts }) => acts)
    .map(act => ({
      ...act,
      words: inWords(act, language, zone),
      by: act.mandate === null ? null : (record.mandates[act.mandate]?.[spoken] ?? null),
      fault: faultOf.get(`${act.audience} ${act.number}`) ?? null,
    }))
    .sort((a, b) => (a.at === b.at ? b.number - a.number : a.at < b.at ? 1 : -1))
}

/** An act of a kind that this program does not know is said by its name. */
function inWords({ kind, detail }: HashedAct, language: InterfaceLanguage, zone: string): string {
  if (!isKnown(kind)) return kind
  return say(ACT_WORDS[language][kind], language, { what: actSubject({ kind, detail }, language, zone) })
}

function isKnown(kind: string): kind is ActKind {
  return (ACT_KINDS as readonly string[]).includes(kind)
}

/** One record for an act, with everything that its hash is taken over. */
export function recordCsv(rows: readonly RecordRow[], language: InterfaceLanguage): string {
  const t = sayIn(messages, language)
  const clock = (at: string, side: 'fra' | 'jap') => {
    const { zone } = CLOCKS.find(each => each.side === side)!
    return `${isoDay(at, zone)} ${isoTime(at, zone)}`
  }
  return csvOf([
    [
      ...[t('circle'), t('number'), t('csv.at'), t('csv.paris'), t('csv.tokyo'), t('what'), t('by')],
      ...[t('csv.kind'), t('csv.detail'), t('csv.previous'), t('hash')],
    ],
    ...rows.map(row => [
      ...[row.audience, String(row.number), row.at, clock(row.at, 'fra'), clock(row.at, 'jap')],
      ...[row.words, row.by ?? '', row.kind, JSON.stringify(row.detail), row.previous, row.hash],
    ]),
  ])
}
