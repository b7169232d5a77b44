/**
 * What kind of block each paragraph of an imported text is, by its words and place. A guess that the
 * reader corrects in the review; it must be the same kind of guess in both languages, so that the
 * alignment can use it.
 */
import type { BlockKind, BlockLevel } from '../../shared/model/bilingual-text.ts'
import type { Language } from '../../shared/model/language.ts'
import type { ImportBlock } from '../../shared/protocol/bodies.ts'
import { listMarker } from './list-marker.ts'
import { type SourceParagraph, toLevel } from './source-paragraph.ts'

/** The blocks of one language, in order, with list numbers and bullets taken off. */
export function guessKinds(paragraphs: readonly SourceParagraph[], language: Language): ImportBlock[] {
  const words = WORDS[language]
  const top = headingTop(paragraphs)
  const blocks: ImportBlock[] = []
  let underCommitments = false
  paragraphs.forEach((paragraph, index) => {
    const block = guess(paragraph, {
      words,
      top,
      first: index === 0,
      nearEnd: index >= paragraphs.length - SIGNATURE_REACH && index > 0,
      followed: index + 1 < paragraphs.length,
      underCommitments,
    })
    if (block.kind === 'heading' || block.kind === 'title')
      underCommitments = words.commitmentHeading.test(block.text)
    blocks.push(block)
  })
  return blocks
}

type LanguageWords = {
  readonly heading: RegExp
  readonly recital: RegExp
  readonly commitment: RegExp
  readonly commitmentHeading: RegExp
  readonly signature: RegExp
  /** Ends a sentence, so what it ends is no heading. */
  readonly stop: RegExp
  /** Longest heading or title, in characters. */
  readonly longest: number
}

const WORDS: { readonly [L in Language]: LanguageWords } = {
  fr: {
    heading:
      /^(?:pr[ée]ambule|introduction|conclusion|annexe|(?:nos\s+)?engagements?(?:\s+communs)?$|(?:article|titre|chapitre|section|partie|atelier|axe|th[èe]me)\s+(?:premi[eè]re?|\d+|[ivx]+)\b|[ivx]{1,5}\s*[.–—-]\s)/iu,
    recital:
      /^(?:considérant|attendu|rappelant|soulignant|reconnaissant|constatant|convaincue?s?|notant|affirmant|réaffirmant|saluant|vu|désireux|désireuses|conscients|conscientes)(?![\p{L}])/iu,
    commitment: /^(?:nous\s+)?(?:nous\s+engageons|s[’']engagent|s[’']engager)(?![\p{L}])/iu,
    commitmentHeading: /engagements?(?![\p{L}])/iu,
    signature: /^(?:(?:fait|adoptée?|signée?)\s+à\s.*\d|\p{Lu}[\p{L}\s’'-]{1,40},\s+le\s+\d)/iu,
    stop: /[.;:,!?…]$/u,
    longest: 120,
  },
  ja: {
    heading:
      /^[〈《【『「]?(?:前文|序文|序論|序|はじめに|おわりに|結び|むすび|結論|附則|付属書|第\s*[0-9０-９一二三四五六七八九十百]+\s*(?:条|章|節|部|編|項|分科会)|(?:私たちの|共同の)?(?:約束|誓約|コミットメント|取組事項)$)/u,
    recital:
      /(?:に鑑み|にかんがみ|であるので|ので|を考慮し|を踏まえ|を想起し|を認識し|に留意し|を確認し|を歓迎し|を強調し)(?:て)?[、，]?$/u,
    commitment: /(?:ことを(?:約束|誓約|確約)(?:する|します)|に(?:取り組む|努める)(?:ことを約束する)?)。?$/u,
    commitmentHeading: /約束|誓約|コミットメント|取組事項/u,
    signature: /^[^。、]{0,20}[0-9０-９一二三四五六七八九十元]+年[^。]{0,8}月[^。]{0,8}日[^。]{0,40}$/u,
    stop: /[。、．，；：！？…]$/u,
    longest: 60,
  },
}

/** The place and date stand last, perhaps before the names of the signatories. */
const SIGNATURE_REACH = 4

type Context = {
  readonly words: LanguageWords
  readonly top: number
  readonly first: boolean
  readonly nearEnd: boolean
  readonly followed: boolean
  readonly underCommitments: boolean
}

function guess(paragraph: SourceParagraph, context: Context): ImportBlock {
  const { words } = context
  const { text } = paragraph
  const short = text.length <= words.longest && !text.includes('\n') && !words.stop.test(text)
  if (
    context.first &&
    (paragraph.role === 'heading' || (short && paragraph.role === 'plain' && !listMarker(text)))
  )
    return block('title', 1, text)
  if (paragraph.role === 'heading') return block('heading', toLevel(paragraph.level - context.top), text)
  if (context.nearEnd && words.signature.test(text)) return block('signature', 1, text)
  if (paragraph.role === 'plain' && short && words.heading.test(text)) return block('heading', 1, text)
  return guessBody(paragraph, context)
}

function guessBody(paragraph: SourceParagraph, { words, underCommitments }: Context): ImportBlock {
  const marker = listMarker(paragraph.text)
  const role = paragraph.role === 'plain' ? (marker?.role ?? 'plain') : paragraph.role
  const text = marker ? paragraph.text.slice(marker.length) : paragraph.text
  if (words.recital.test(text)) return block('recital', 1, text)
  if (role === 'number' && (underCommitments || words.commitment.test(text)))
    return block('commitment', 1, text)
  if (role === 'plain') return block('paragraph', 1, text)
  return block(role, toLevel(paragraph.level), text)
}

/** How many heading levels the source spends on its title: our headings begin at 1 below it. */
function headingTop(paragraphs: readonly SourceParagraph[]): number {
  const rest = paragraphs.slice(1).filter(paragraph => paragraph.role === 'heading')
  return rest.length ? Math.min(...rest.map(paragraph => paragraph.level)) - 1 : 0
}

function block(kind: BlockKind, level: BlockLevel, text: string): ImportBlock {
  return { kind, level, text }
}
