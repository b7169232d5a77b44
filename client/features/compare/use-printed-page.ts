/**
 * The sheet of paper that a page is printed on: its orientation, and in its margins what the document is, which
 * texts it compares, their fingerprints, the day of printing, and the number of the page. It cannot stand in a style
 * sheet file, because the words are those of the document; it holds while the page is open.
 */
import { useEffect } from 'react'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import { calendarDay, isoDay } from '../../../shared/words/dates.ts'
import { useSession } from '../../session.tsx'

export type PrintedPage = {
  readonly orientation: 'portrait' | 'landscape'
  readonly topLeft: string
  readonly topRight: string
  readonly bottomLeft: string
  /** Of the words: decides the typeface where both languages have a character. */
  readonly language: InterfaceLanguage
}

export function usePrintedPage({ orientation, topLeft, topRight, bottomLeft, language }: PrintedPage): void {
  const { person } = useSession()
  const { zone } = person
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    // The day is that of printing, not that on which the page was opened.
    const write = () => {
      const day = calendarDay(isoDay(new Date().toISOString(), zone), language)
      sheet.replaceSync(pageRule({ orientation, topLeft, topRight, bottomLeft, language }, day))
    }
    write()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    window.addEventListener('beforeprint', write)
    return () => {
      window.removeEventListener('beforeprint', write)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    }
  }, [bottomLeft, language, orientation, topLeft, topRight, zone])
}

/** The `@page` rule; browsers without margin boxes print the sheet without running heads. */
export function pageRule(page: PrintedPage, day: string): string {
  const { orientation, topLeft, topRight, bottomLeft, language } = page
  const faces = language === 'ja' ? JAPANESE_FIRST : LATIN_FIRST
  const box = (name: string, content: string) =>
    `@${name} { content: ${content}; font: 7.5pt/1.3 ${faces}; color: #000; }`
  return `@page {
  size: A4 ${orientation};
  margin: 17mm 14mm 16mm;
  ${box('top-left', quoted(topLeft))}
  ${box('top-right', quoted(topRight))}
  ${box('bottom-left', quoted(bottomLeft))}
  ${box('bottom-right', `${quoted(`${day} – `)} counter(page) " / " counter(pages)`)}
}`
}

const LATIN_FIRST = '"Liberation Sans", "Noto Sans", "Noto Sans CJK JP", "Hiragino Sans", sans-serif'
const JAPANESE_FIRST = '"Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans", sans-serif'

/** A CSS string: what would end it or begin an escape is escaped, whatever a title holds. */
function quoted(words: string): string {
  return `"${[...words].map(sign => (/[\p{L}\p{N} .,:;()（）→–-]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join('')}"`
}
