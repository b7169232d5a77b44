/** The part of a digest about texts: each changed paragraph in both languages, with what was said about it. */
import { LANGUAGES } from '../../shared/model/language.ts'
import type { TextNews, UnitNews } from '../../shared/protocol/news-views.ts'
import { changedLines } from './changed-words.ts'
import type { Writing } from './digest-document.ts'
import { threadBlocks } from './digest-threads.ts'
import { type MailBlock, plain } from './mail-document.ts'
import { comparePath, textPath } from './places.ts'

/** Of all texts together. Mail programs cut what is longer than about 100 kB. */
const MOST_UNITS = 25
const MOST_CHARACTERS = 30_000

export function textBlocks(texts: readonly TextNews[], writing: Writing): MailBlock[] {
  const room = { units: MOST_UNITS, characters: MOST_CHARACTERS }
  const first = texts.find(({ units }) => units.some(({ change }) => change !== null))
  return texts.flatMap(news => blocksOfText(news, room, news === first, writing))
}

/** `room` is what is left of the mail; it is counted down. `explains` how changes are marked. */
function blocksOfText(
  news: TextNews,
  room: { units: number; characters: number },
  explains: boolean,
  writing: Writing,
): MailBlock[] {
  const { t, name, address } = writing
  const href = address(textPath(news.text.id))
  const shown: MailBlock[] = []
  let left = news.more
  for (const unit of news.units) {
    const blocks = room.units > 0 ? blocksOfUnit(unit, news, writing) : []
    const length = lengthOf(blocks)
    if (blocks.length === 0 || length > room.characters) {
      left += 1
      continue
    }
    room.units -= 1
    room.characters -= length
    shown.push(...blocks)
  }
  return [
    { type: 'heading', level: 2, pieces: [{ ...name(news.text.title), href }] },
    ...(explains
      ? [{ type: 'paragraph', tone: 'quiet', pieces: plain(t('legend')) } satisfies MailBlock]
      : []),
    ...(news.compared?.changed === null
      ? [{ type: 'paragraph', pieces: plain(t('words-too-long')) } satisfies MailBlock]
      : []),
    ...shown,
    ...(left > 0
      ? [
          {
            type: 'paragraph',
            pieces: [{ text: t('more-units', { count: left }), href }],
          } satisfies MailBlock,
        ]
      : []),
    ...(news.detached.length > 0
      ? [
          { type: 'heading', level: 3, pieces: plain(t('detached')) } satisfies MailBlock,
          ...threadBlocks(news.detached, href, writing),
        ]
      : []),
  ]
}

function blocksOfUnit(unit: UnitNews, { text, compared }: TextNews, writing: Writing): MailBlock[] {
  const { t, address } = writing
  const { change } = unit
  const href = address(
    compared && change ? comparePath(compared.from, compared.to, change.key) : textPath(text.id),
  )
  const title = t(change && change.newUnit === null ? 'unit-deleted' : 'unit', { n: unit.number })
  const kinds = change ? change.kinds.map(kind => t(kind)) : []
  const separator = writing.language === 'ja' ? '・' : ', '
  const blocks: MailBlock[] = [
    {
      type: 'heading',
      level: 3,
      pieces: [
        { text: title, href },
        ...plain(
          kinds.length > 0 ? `${writing.language === 'ja' ? '　' : ' – '}${kinds.join(separator)}` : '',
        ),
      ],
    },
  ]
  if (change?.alarm) blocks.push({ type: 'paragraph', tone: 'alarm', pieces: plain(t(change.alarm)) })
  for (const language of LANGUAGES) {
    const lines = change && compared ? changedLines(change, language, compared) : wordsOf(unit, language)
    const isUntouched = change !== null && change[language].kinds.length === 0
    const note = lines.length === 0 ? t('missing') : isUntouched ? t('unchanged') : null
    blocks.push({ type: 'language', language, lines, note })
  }
  return [...blocks, ...threadBlocks(unit.threads, href, writing)]
}

function wordsOf({ words }: UnitNews, language: 'fr' | 'ja') {
  return words[language] === '' ? [] : [plain(words[language])]
}

function lengthOf(blocks: readonly MailBlock[]): number {
  return JSON.stringify(blocks).length
}
