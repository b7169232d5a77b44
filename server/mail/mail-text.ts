/** A mail as plain text. Lines are as long as they are: mail programs wrap them, and copy them whole. */
import { CHANGE_SIGNS, type MailBlock, type MailDocument, type MailPiece } from './mail-document.ts'

export function mailText({ blocks }: Pick<MailDocument, 'blocks'>): string {
  return `${textOf(blocks)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function textOf(blocks: readonly MailBlock[]): string[] {
  return blocks.flatMap(linesOf).flatMap(line => line.split('\n'))
}

function linesOf(block: MailBlock): string[] {
  switch (block.type) {
    case 'heading':
      return ['', ...underlined(words(block.pieces), block.level), ...addresses(block.pieces), '']
    case 'paragraph':
      return [(block.tone === 'alarm' ? '▲ ' : '') + words(block.pieces), ...addresses(block.pieces), '']
    case 'list':
      return [...block.items.flatMap(item => [`- ${words(item)}`, ...addresses(item).map(indented)]), '']
    case 'quote':
      return [
        ...words(block.pieces)
          .split('\n')
          .map(line => `> ${line}`),
        '',
      ]
    case 'language': {
      const name = block.language === 'fr' ? 'FR' : 'JA'
      const lines = block.lines.map(words)
      return [
        ...lines.map(line => `${name}  ${line}`),
        ...(block.note ? [`${name}  ○ ${block.note}`] : []),
        '',
      ]
    }
    case 'thread':
      return [
        ...textOf(block.blocks).map(line => (line === '' ? '' : `  ${block.internal ? '‖' : '|'} ${line}`)),
        '',
      ]
    case 'footer':
      return ['', '--------', ...textOf(block.blocks)]
  }
}

function words(pieces: readonly MailPiece[]): string {
  return pieces
    .map(({ text, change }) => (change ? CHANGE_SIGNS[change][0] + text + CHANGE_SIGNS[change][1] : text))
    .join('')
}

/** Addresses stand on lines of their own, where every program makes them links. */
function addresses(pieces: readonly MailPiece[]): string[] {
  return pieces.flatMap(({ href }) => (href === undefined ? [] : [href]))
}

function indented(line: string): string {
  return `  ${line}`
}

/** As wide as the words, Japanese counting double. */
function underlined(title: string, level: 1 | 2 | 3): string[] {
  if (level === 3) return [title]
  const width = [...title].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
        sign,
      )
        ? 2
        : 1),
    0,
  )
  return [title, (level === 1 ? '=' : '-').repeat(Math.min(width, 72))]
}
