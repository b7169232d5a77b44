/**
 * [S3] The issued document: one HTML file that prints well, in both languages side by side, with the canonical form and
 * its hash in it. It is a pure function of the issued text, to the letter: whoever has the file can make it again from
 * the data in it, and sees whether a printed word was changed.
 */
import type { Block } from '../model/bilingual-text.ts'
import { type BilingualText, unitsOf } from '../model/bilingual-text.ts'
import { type BlockNumbers, blockNumbers } from '../model/block-numbers.ts'
import { type FactValues, parseCanonicalForm } from '../model/canonical-form.ts'
import { type CorrigendumForm, parseCorrigendumForm } from '../model/corrigendum.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import { noteNumbers } from '../model/note-numbers.ts'
import { isoDay } from '../words/dates.ts'
import { type Message, say, type Values } from '../words/say.ts'
import { contentHtml, escaped } from './content-html.ts'
import { ISSUED_STYLE } from './issued-style.ts'
import type { IssuedText } from './issued-text.ts'
import { ISSUED_WORDS } from './issued-words.ts'

const DATA_OPENS = '<script type="application/json" id="issued">'
const DATA_CLOSES = '</script>'

/** Throws UnreadableForm and UnreadableCorrigendum. */
export function issuedHtml(issued: IssuedText): string {
  const { text, facts } = parseCanonicalForm(issued.canonical)
  const title = `${issued.title.fr} / ${issued.title.ja}`
  const head = (language: Language) =>
    `<div lang="${language}"><p>${escaped(issued.edition.name[language])}</p><h1>${escaped(issued.title[language])}</h1><p>${word(language, 'adopted', { day: dayIn(language, issued.adoptedAt, issued.zone) })}</p></div>`
  return [
    '<!doctype html>',
    '<html lang="fr">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>`,
    `<style>${ISSUED_STYLE}</style></head>`,
    '<body>',
    `<header><div class="pair">${LANGUAGES.map(head).join('')}</div>`,
    ...LANGUAGES.map(
      language => `<p class="quiet" lang="${language}">${escaped(word(language, 'equal'))}</p>`,
    ),
    '</header>',
    '<main>',
    ...unitRows(text, facts),
    '</main>',
    ...notes(text),
    ...corrigenda(issued, text, facts),
    ...colophon(issued),
    `${DATA_OPENS}${dataOf(issued)}${DATA_CLOSES}`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** The data in an issued document; undefined where the file is none. */
export function dataInHtml(html: string): unknown {
  const from = html.indexOf(DATA_OPENS)
  const to = html.indexOf(DATA_CLOSES, from)
  if (from < 0 || to < 0) return undefined
  try {
    return JSON.parse(html.slice(from + DATA_OPENS.length, to))
  } catch {
    // A file that was cut or edited by hand holds nothing to check.
    return undefined
  }
}

/** JSON in which no sequence can end the element that it stands in. */
function dataOf(issued: IssuedText): string {
  return JSON.stringify(issued).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028')
}

function unitRows(text: BilingualText, facts: FactValues): string[] {
  const numbers = blockNumbers(text)
  const firstNotes = noteNumbers(text)
  return unitsOf(text).map((unit, index) => {
    const cells = LANGUAGES.map(language => {
      const blocks = unit[language].map(block =>
        blockHtml(block, numbers, { language, facts, firstNote: firstNotes.get(block.id) ?? 1 }),
      )
      const missing = `<p class="missing">${escaped(word(language, 'missing'))}</p>`
      return `<div lang="${language}">${blocks.join('') || missing}</div>`
    })
    return `<div class="unit"><span class="n">${index + 1}</span>${cells.join('')}</div>`
  })
}

function blockHtml(block: Block, numbers: BlockNumbers, setting: Parameters<typeof contentHtml>[1]): string {
  const words = contentHtml(block, setting)
  const number = numbers.get(block.id)
  const level = block.level > 1 || block.kind === 'heading' ? ` l${block.level}` : ''
  if (number) return `<p class="numbered${level}"><span>${escaped(number)}</span><span>${words}</span></p>`
  const kind = block.kind === 'title' || block.kind === 'heading' ? block.kind : 'plain'
  return `<p class="${kind}${level}">${words}</p>`
}

function notes(text: BilingualText): string[] {
  const lists = LANGUAGES.map(language => {
    const items = text[language].flatMap(({ content }) =>
      content.flatMap(inline => (inline.type === 'note' ? [`<li>${escaped(inline.text)}</li>`] : [])),
    )
    const list = items.length ? `<ol class="notes">${items.join('')}</ol>` : ''
    return `<div lang="${language}">${list}</div>`
  })
  if (!lists.some(list => list.includes('<li>'))) return []
  return [heading('notes'), `<div class="pair">${lists.join('')}</div>`]
}

function corrigenda({ corrigenda, zone }: IssuedText, text: BilingualText, facts: FactValues): string[] {
  if (!corrigenda.length) return []
  const numbers = new Map(unitsOf(text).map((unit, index) => [unit.id, index + 1]))
  return [
    heading('corrigenda'),
    ...corrigenda.flatMap(({ canonical, sha256 }) => {
      const form = parseCorrigendumForm(canonical)
      const cell = (language: Language) => corrigendumHtml(language, form, numbers, facts, zone)
      return [
        `<div class="pair">${LANGUAGES.map(cell).join('')}</div>`,
        `<p class="quiet">SHA-256 <code>${sha256}</code></p>`,
      ]
    }),
  ]
}

function corrigendumHtml(
  language: Language,
  { number, changes, reason, at }: CorrigendumForm,
  numbers: ReadonlyMap<string, number>,
  facts: FactValues,
  zone: string,
): string {
  const words = (blocks: readonly Block[]) =>
    blocks.map(block => contentHtml(block, { language, facts, firstNote: 1 })).join('<br>') ||
    escaped(word(language, 'nothing'))
  const title = word(language, 'corrigendum', { number, day: dayIn(language, at, zone) })
  const lines = changes.map(
    ({ unit, before, after }) =>
      `<dt>${escaped(word(language, 'paragraph', { number: numbers.get(unit) ?? '—' }))} · ${escaped(word(language, 'before'))}</dt><dd>${words(before[language])}</dd><dt>${escaped(word(language, 'after'))}</dt><dd>${words(after[language])}</dd>`,
  )
  return `<div lang="${language}"><h3>${escaped(title)}</h3><p>${escaped(reason[language])}</p><dl>${lines.join('')}</dl></div>`
}

function colophon({ seals, sha256, zone }: IssuedText): string[] {
  const cell = (language: Language) => {
    const given = seals.map(({ side, by, at }) => {
      const name = by?.[language] ? `${escaped(by[language])}${language === 'ja' ? '、' : ', '}` : ''
      return `<dt>${escaped(word(language, `seal.${side}`))}</dt><dd>${name}${dayIn(language, at, zone)}</dd>`
    })
    return `<div lang="${language}"><dl>${given.join('')}<dt>${escaped(word(language, 'fingerprint'))}</dt><dd><code>${sha256}</code></dd></dl><p class="quiet">${escaped(word(language, 'check'))}</p></div>`
  }
  return [heading('seals'), `<div class="pair">${LANGUAGES.map(cell).join('')}</div>`]
}

function heading(key: 'notes' | 'corrigenda' | 'seals'): string {
  const words = LANGUAGES.map(language => `<span lang="${language}">${escaped(word(language, key))}</span>`)
  return `<h2>${words.join(' / ')}</h2>`
}

function word(language: Language, key: keyof (typeof ISSUED_WORDS)['fr'], values: Values = {}): string {
  return say(ISSUED_WORDS[language][key] satisfies Message, language, values)
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)

/** Without the weekday, and the same on every machine: « 24 octobre 2026 », 2026年10月24日. */
function dayIn(language: Language, instant: string, zone: string): string {
  const [year, month, day] = isoDay(instant, zone).split('-').map(Number) as [number, number, number]
  if (language === 'ja') return `${year}年${month}月${day}日`
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`
}
