/**
 * Makes flat blocks of pasted HTML: from Word (lists, headings, tracked changes), from the web, from our own
 * editor. Everything that is not listed here is dropped or taken as plain text; nothing of the pasted
 * document is ever put into the page. The result is HTML for ProseMirror's parser: `<p data-block …>` with
 * inline elements.
 */
import type { BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'
import type { Language } from '../../../shared/model/language.ts'
import { isAllowedHref } from '../../../shared/schema/allowed-href.ts'
import { isBlockKind, isBlockLevel } from '../../../shared/schema/block.ts'
import { isDropped, wordItem } from './word-html.ts'

export function cleanHtml(html: string, language: Language): string {
  const source = new DOMParser().parseFromString(html, 'text/html')
  const context = source.querySelector('[data-pm-slice]')?.getAttribute('data-pm-slice')
  const collector = new Collector(language)
  collector.children(source.body)
  return collector.result(context ?? null)
}

type Shape = {
  readonly kind: BlockKind
  readonly level: BlockLevel
  readonly id: string
  readonly unit: string
}
type Marks = {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly href?: string
}

const PARAGRAPH: Shape = { kind: 'paragraph', level: 1, id: '', unit: '' }
const BLOCK_TAGS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD TABLE TBODY THEAD TFOOT TR TD TH BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV FIGURE FIGCAPTION ADDRESS HR CENTER DETAILS SUMMARY FORM FIELDSET'.split(
    ' ',
  ),
)

/** Walks the pasted tree once and collects blocks. Recursion ends at a depth no honest document has. */
class Collector {
  readonly #language: Language
  readonly #out = document.implementation.createHTMLDocument('')
  readonly #blocks: HTMLElement[] = []
  #open: HTMLElement | null = null
  #depth = 0

  constructor(language: Language) {
    this.#language = language
  }

  result(context: string | null): string {
    this.#close()
    const inlineOnly = this.#blocks.length === 1 && this.#blocks[0]?.dataset.loose === 'true'
    for (const block of this.#blocks) delete block.dataset.loose
    if (context && this.#blocks[0]) this.#blocks[0].setAttribute('data-pm-slice', context)
    if (inlineOnly && !context) return this.#blocks[0]!.innerHTML
    return this.#blocks.map(block => block.outerHTML).join('')
  }

  children(parent: Node, shape: Shape | null = null, marks: Marks = {}, preserve = false): void {
    if (this.#depth > MAX_DEPTH) {
      this.#text(parent.textContent ?? '', shape, marks, preserve)
      return
    }
    this.#depth++
    for (const child of parent.childNodes) this.#node(child, shape, marks, preserve)
    this.#depth--
  }

  #node(node: Node, shape: Shape | null, marks: Marks, preserve: boolean): void {
    if (node.nodeType === 3) this.#text(node.nodeValue ?? '', shape, marks, preserve)
    else if (node.nodeType === 1) this.#element(node as HTMLElement, shape, marks, preserve)
  }

  #element(element: HTMLElement, shape: Shape | null, marks: Marks, preserve: boolean): void {
    if (isDropped(element)) return
    const tag = element.tagName
    if (tag === 'BR') {
      this.#break(element, shape)
      return
    }
    if (this.#inlineObject(element, shape, marks)) return
    if (BLOCK_TAGS.has(tag)) {
      this.#close()
      this.children(element, shapeOf(element, shape), marks, preserve || tag === 'PRE')
      this.#close()
    } else this.children(element, shape, marksOf(element, marks, this.#language), preserve)
  }

  #text(text: string, shape: Shape | null, marks: Marks, preserve: boolean): void {
    // No-break and thin spaces belong to French typography: only what HTML collapses is collapsed.
    const written = preserve ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' ')
    if (preserve && written.includes('\n')) {
      written.split('\n').forEach((line, index) => {
        if (index > 0) this.#close()
        if (line) this.#append(this.#out.createTextNode(line), shape, marks)
      })
      return
    }
    if (written === '' || (written === ' ' && !this.#open)) return
    this.#append(this.#out.createTextNode(written), shape, marks)
  }

  #break(element: HTMLElement, shape: Shape | null): void {
    if (element.className === 'Apple-interchange-newline' || element.style.pageBreakBefore === 'always')
      return
    if (!shape && !this.#open) return
    // Two breaks in loose text are the end of a paragraph.
    if (this.#open?.lastChild?.nodeName === 'BR') {
      this.#open.lastChild.remove()
      this.#close()
    } else this.#append(this.#out.createElement('br'), shape, {})
  }

  #inlineObject(element: HTMLElement, shape: Shape | null, marks: Marks): boolean {
    const { fact, note } = element.dataset
    if (element.tagName === 'SPAN' && (fact !== undefined || note !== undefined)) {
      const copy = this.#out.createElement('span')
      if (fact !== undefined) copy.dataset.fact = fact
      else copy.dataset.note = note
      this.#append(copy, shape, marks)
      return true
    }
    if (element.tagName === 'RUBY') {
      const reading =
        element.dataset.rt ?? [...element.querySelectorAll('rt')].map(rt => rt.textContent).join('')
      const copy = this.#out.createElement('ruby')
      copy.dataset.rt = reading.trim()
      const base = element.cloneNode(true) as HTMLElement
      for (const part of base.querySelectorAll('rt, rp')) part.remove()
      copy.textContent = base.textContent
      this.#append(reading.trim() ? copy : this.#out.createTextNode(copy.textContent ?? ''), shape, marks)
      return true
    }
    return false
  }

  #append(node: Node, shape: Shape | null, marks: Marks): void {
    if (!this.#open) this.#begin(shape)
    let wrapped = node
    const wrap = (tag: string) => {
      const outer = this.#out.createElement(tag)
      outer.append(wrapped)
      wrapped = outer
      return outer
    }
    if (marks.bold) wrap('strong')
    if (marks.italic) wrap('em')
    if (marks.underline) wrap('u')
    if (marks.href) wrap('a').setAttribute('href', marks.href)
    this.#open!.append(wrapped)
  }

  #begin(shape: Shape | null): void {
    const { kind, level, id, unit } = shape ?? PARAGRAPH
    const block = this.#out.createElement('p')
    block.dataset.block = id
    block.dataset.unit = unit
    block.dataset.kind = kind
    block.dataset.level = String(level)
    if (!shape) block.dataset.loose = 'true'
    this.#open = block
    this.#blocks.push(block)
  }

  #close(): void {
    const block = this.#open
    this.#open = null
    if (!block) return
    if (block.lastChild?.nodeName === 'BR') block.lastChild.remove()
    if (
      block.textContent?.replace(/[\s\u00a0]/g, '') === '' &&
      !block.querySelector('[data-fact],[data-note]')
    )
      this.#blocks.splice(this.#blocks.indexOf(block), 1)
  }
}

const MAX_DEPTH = 200

function shapeOf(element: HTMLElement, outer: Shape | null): Shape {
  const { block, unit = '', kind, level } = element.dataset
  if (block !== undefined && isBlockKind(kind) && isBlockLevel(Number(level)))
    return { kind, level: Number(level) as BlockLevel, id: block, unit }
  const item = wordItem(element)
  if (item) return { ...PARAGRAPH, ...item }
  if (/\bMsoTitle\b/.test(element.className)) return { ...PARAGRAPH, kind: 'title' }
  const heading = /^H([1-6])$/.exec(element.tagName)
  if (heading) return { ...PARAGRAPH, kind: 'heading', level: Math.min(Number(heading[1]), 3) as BlockLevel }
  if (element.tagName === 'LI') return { ...PARAGRAPH, ...listItem(element) }
  // A paragraph inside an item is the item.
  return outer && outer.kind !== 'paragraph' && element.closest('li, h1, h2, h3, h4, h5, h6')
    ? outer
    : PARAGRAPH
}

function listItem(element: HTMLElement): Pick<Shape, 'kind' | 'level'> {
  let depth = 0
  for (
    let list = element.parentElement?.closest('ul, ol');
    list;
    list = list.parentElement?.closest('ul, ol')
  )
    depth++
  const kind = element.parentElement?.closest('ul, ol')?.tagName === 'OL' ? 'number' : 'bullet'
  return { kind, level: Math.max(1, Math.min(depth, 3)) as BlockLevel }
}

function marksOf(element: HTMLElement, outer: Marks, language: Language): Marks {
  const { fontWeight, fontStyle, textDecoration, textDecorationLine } = element.style
  const tag = element.tagName
  const marks: { -readonly [K in keyof Marks]: Marks[K] } = { ...outer }
  if (tag === 'B' || tag === 'STRONG' || fontWeight === 'bold' || Number(fontWeight) >= 600) marks.bold = true
  // Google Docs wraps everything in <b style="font-weight: normal">.
  if (fontWeight === 'normal' || fontWeight === '400') delete marks.bold
  if (language === 'fr' && (tag === 'I' || tag === 'EM' || tag === 'CITE' || fontStyle === 'italic'))
    marks.italic = true
  if (fontStyle === 'normal') delete marks.italic
  if (tag === 'U' || /\bunderline\b/.test(textDecorationLine || textDecoration)) marks.underline = true
  if (tag === 'A') {
    const href = element.getAttribute('href')
    if (isAllowedHref(href)) marks.href = href
    // A link is underlined by nature; that is no underlining of the author's.
    delete marks.underline
  }
  return marks
}
