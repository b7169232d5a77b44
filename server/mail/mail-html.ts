/**
 * A mail as HTML for mail programs: elements that say what things are, styles in place, no table, no image, nothing
 * loaded from anywhere. Ink and rules are those of client/styles/tokens.css, by value.
 */
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import { CHANGE_SIGNS, type MailBlock, type MailDocument, type MailPiece } from './mail-document.ts'

// Names in single quotes: they stand in an attribute.
const FONTS = {
  latin: "system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif",
  ja: "'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP','Noto Sans JP',Meiryo,sans-serif",
  textFr: "Georgia,'Times New Roman',serif",
  textJa: "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP','Noto Serif JP',serif",
}

const STYLE = {
  body: 'margin:0;padding:0;background:#f4f3ef;color:#1b1e23',
  main: 'max-width:600px;margin:0 auto;padding:24px 20px 32px;background:#fffefc;font-size:15px;line-height:1.55;overflow-wrap:anywhere',
  h1: `margin:0 0 12px;font:600 24px/1.25 ${FONTS.textFr}`,
  h2: `margin:28px 0 10px;padding-top:10px;border-top:2px solid #8b8a84;font:600 18px/1.3 ${FONTS.textFr}`,
  h3: 'margin:22px 0 6px;font-size:15px;font-weight:600',
  p: 'margin:0 0 8px',
  quiet: 'margin:0 0 8px;color:#484c53;font-size:13px',
  alarm: 'margin:0 0 8px;color:#97290f;font-size:13px;font-weight:600',
  list: 'margin:0 0 8px;padding:0 0 0 20px',
  item: 'margin:0 0 6px',
  quote: 'margin:0 0 8px;padding:0 0 0 12px;border-left:3px solid #d9d6cd;color:#484c53',
  internal: 'margin:10px 0;padding:2px 0 2px 12px;border-left:4px double #484c53;font-size:14px',
  shared: 'margin:10px 0;padding:2px 0 2px 12px;border-left:2px solid #484c53;font-size:14px',
  languageName: 'margin:8px 0 2px;color:#63666c;font-size:12px',
  fr: `margin:0 0 4px;font:16px/1.55 ${FONTS.textFr}`,
  ja: `margin:0 0 4px;font:16px/1.85 ${FONTS.textJa};line-break:strict`,
  note: 'margin:0 0 4px;color:#484c53;font-size:13px',
  inserted: 'color:#1d5c39;background:#e2f0e5;text-decoration:underline',
  deleted: 'color:#93300f;background:#f9e8e1;text-decoration:line-through',
  sign: 'font-size:11px;color:#484c53',
  link: 'color:#1f3f6b',
  footer: 'margin:32px 0 0;padding:10px 0 0;border-top:1px solid #d9d6cd',
}

const LANGUAGE_NAMES = { fr: 'Français', ja: '日本語' }

export function mailHtml({ language, subject, blocks }: MailDocument): string {
  const font = language === 'ja' ? `${FONTS.ja}` : `${FONTS.latin},${FONTS.ja}`
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="${STYLE.body}">`,
    `<main lang="${language}" style="${STYLE.main};font-family:${font}">`,
    ...blocks.map(block => blockHtml(block, language)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function blockHtml(block: MailBlock, language: InterfaceLanguage): string {
  switch (block.type) {
    case 'heading': {
      const name = `h${block.level}` as const
      return element(name, STYLE[name], pieces(block.pieces))
    }
    case 'paragraph':
      return element(
        'p',
        STYLE[block.tone ?? 'p'],
        (block.tone === 'alarm' ? '▲ ' : '') + pieces(block.pieces),
      )
    case 'list':
      return element(
        'ul',
        STYLE.list,
        block.items.map(item => element('li', STYLE.item, pieces(item))).join(''),
      )
    case 'quote':
      return element('blockquote', STYLE.quote, pieces(block.pieces))
    case 'language': {
      const lines = block.lines.map(line => element('p', STYLE[block.language], pieces(line), block.language))
      const note = block.note === null ? '' : element('p', STYLE.note, `○ ${escaped(block.note)}`)
      return (
        element('p', STYLE.languageName, LANGUAGE_NAMES[block.language], block.language) +
        lines.join('') +
        note
      )
    }
    case 'thread':
      return element(
        'div',
        block.internal ? STYLE.internal : STYLE.shared,
        block.blocks.map(each => blockHtml(each, language)).join(''),
      )
    case 'footer':
      return element('footer', STYLE.footer, block.blocks.map(each => blockHtml(each, language)).join(''))
  }
}

function pieces(list: readonly MailPiece[]): string {
  return list.map(pieceHtml).join('')
}

function pieceHtml({ text, lang, change, strong, href }: MailPiece): string {
  const words = escaped(text).replaceAll('\n', '<br>')
  const said = strong ? `<strong>${words}</strong>` : words
  const changed = change ? changedHtml(said, change) : said
  const linked =
    href === undefined ? changed : `<a href="${escaped(href)}" style="${STYLE.link}">${changed}</a>`
  return lang === undefined ? linked : `<span lang="${lang}">${linked}</span>`
}

/** The signs stand beside the strokes: some programs show neither strokes nor colours. */
function changedHtml(words: string, change: 'inserted' | 'deleted'): string {
  const name = change === 'inserted' ? 'ins' : 'del'
  const [before, after] = CHANGE_SIGNS[change].map(sign => `<span style="${STYLE.sign}">${sign}</span>`)
  return `${before}<${name} style="${STYLE[change]}">${words}</${name}>${after}`
}

function element(name: string, style: string, inside: string, lang?: InterfaceLanguage): string {
  return `<${name}${lang ? ` lang="${lang}"` : ''} style="${style}">${inside}</${name}>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
