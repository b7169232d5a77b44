/** [A3] [A4] What an act of agreement was about: how many units, on what condition, since when unchanged; or which, and why. */
import type { InterfaceLanguage } from '../model/language.ts'
import type { ActView } from '../protocol/views.ts'

/** Empty for any other act, and for one that does not say. */
export function agreementSubject(
  { kind, detail }: Pick<ActView, 'kind' | 'detail'>,
  language: InterfaceLanguage,
): string {
  const words = WORDS[language]
  if (kind === 'unit-reopened') {
    const reason = language === 'ja' ? detail.reasonJa || detail.reasonFr : detail.reasonFr || detail.reasonJa
    return [detail.number ? words.unit(detail.number) : '', reason ?? ''].filter(Boolean).join(words.colon)
  }
  if ((kind !== 'units-agreed' && kind !== 'units-disagreed') || !detail.units) return ''
  return [
    words.units(Number(detail.units)),
    detail.consent === 'ad-referendum' ? words.adReferendum : '',
    detail.since ? words.since(detail.since, Number(detail.units)) : '',
  ]
    .filter(Boolean)
    .join(words.comma)
}

const WORDS: {
  readonly [L in InterfaceLanguage]: {
    readonly unit: (number: string) => string
    readonly units: (count: number) => string
    readonly adReferendum: string
    readonly since: (label: string, count: number) => string
    readonly comma: string
    readonly colon: string
  }
} = {
  fr: {
    unit: number => `paragraphe ${number}`,
    units: count => `${count} paragraphe${count > 1 ? 's' : ''}`,
    adReferendum: 'ad referendum',
    since: (label, count) => `inchangé${count > 1 ? 's' : ''} depuis ${label}`,
    comma: ', ',
    colon: ' – ',
  },
  ja: {
    unit: number => `段落${number}`,
    units: count => `${count}段落`,
    adReferendum: '仮合意',
    since: label => `${label}から変更なし`,
    comma: '、',
    colon: '：',
  },
  en: {
    unit: number => `paragraph ${number}`,
    units: count => `${count} paragraph${count === 1 ? '' : 's'}`,
    adReferendum: 'ad referendum',
    since: label => `unchanged since ${label}`,
    comma: ', ',
    colon: ' – ',
  },
}
