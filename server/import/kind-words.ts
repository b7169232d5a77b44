/** By which words the kinds of paragraphs are known, per language. */
import type { Language } from '../../shared/model/language.ts'

export type KindWords = {
  /** A part of the text by its number: articles, workshops, chapters. */
  readonly numberedHeading: RegExp
  /** A part by its usual name. */
  readonly namedHeading: RegExp
  readonly recital: RegExp
  readonly commitment: RegExp
  /** A heading under which numbered items are commitments. */
  readonly commitmentHeading: RegExp
  readonly signature: RegExp
  /** Ends a sentence or a clause, so what it ends is no heading. */
  readonly stop: RegExp
  /** Begins as a heading does. */
  readonly start: RegExp
  /** Longest title or heading known by its words, and longest one known by its shape alone, in characters. */
  readonly longest: number
  readonly longestUnknown: number
}

/** Words in -ant with which sentences begin that are no recitals. */
const NOT_PARTICIPLES =
  'avant|pendant|cependant|devant|durant|maintenant|autant|suivant|tant|quant|auparavant'

export const KIND_WORDS: { readonly [L in Language]: KindWords } = {
  fr: {
    numberedHeading:
      /^(?:article|titre|chapitre|section|partie|atelier|axe|th[èe]me)\s+(?:premi[eè]re?|\d+|[ivx]+)(?![\p{L}])/iu,
    namedHeading:
      /^(?:pr[ée]ambule|introduction|conclusion|annexe|(?:nos\s+)?engagements?(?:\s+communs)?$|[ivx]{1,5}\s*[.–—-]\s)/iu,
    // Participles of diplomacy, with or without « nous »; any other participle when the paragraph ends as a clause.
    recital: new RegExp(
      '^(?:considérant|attendu|rappelant|convaincue?s?|conscient(?:e?s)|désireux|désireuses|soucieux|soucieuses|vu)(?!\\p{L})' +
        `|^(?!${NOT_PARTICIPLES})(?:nous\\s+|se\\s+|s[’'])?\\p{L}{2,}ant(?!\\p{L})[^.]*[,;]$`,
      'isu',
    ),
    commitment: /^(?:nous\s+)?(?:nous\s+engageons|s[’']engagent|s[’']engager)(?!\p{L})/iu,
    commitmentHeading: /engagements?(?!\p{L})/iu,
    signature: /^(?:(?:fait|adoptée?|signée?)\s+à\s.*\d|\p{Lu}[\p{L}\s’'-]{1,40},\s+le\s+\d)/iu,
    stop: /[.;:,!?…]$/u,
    start: /^[\p{Lu}\d«"]/u,
    longest: 120,
    longestUnknown: 80,
  },
  ja: {
    numberedHeading: /^[〈《【『「]?第\s*[0-9０-９一二三四五六七八九十百]+\s*(?:条|章|節|部|編|項|分科会)/u,
    namedHeading:
      /^[〈《【『「]?(?:前文|序文|序論|序|はじめに|おわりに|結び|むすび|結論|附則|付属書|(?:私たちの|共同の)?(?:約束|誓約|コミットメント|取組事項)$)/u,
    // A paragraph that ends on a verb's connecting form and a comma.
    recital: /(?:し|て|み|え|め|り|き|つつ|ので)[、，]$|(?:に鑑み|にかんがみ|を踏まえ|を考慮し)$/u,
    commitment: /(?:ことを(?:約束|誓約|確約)(?:する|します)|に(?:取り組む|努める)(?:ことを約束する)?)。?$/u,
    commitmentHeading: /約束|誓約|コミットメント|取組事項/u,
    signature:
      /^[^。、]{0,20}[0-9０-９一二三四五六七八九十元]+年[^。]{0,8}月[^。]{0,8}日[^。]{0,40}(?:$|(?:作成|採択|署名)(?:した|する|された)。$)/u,
    stop: /[。、．，；：！？…]$/u,
    start: /^[^\s、。]/u,
    longest: 60,
    longestUnknown: 30,
  },
}
