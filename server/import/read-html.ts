/**
 * HTML as web pages, Word and mail programs write it, reduced to paragraphs of characters.
 *
 * Nothing of the markup survives but what it says about structure: headings, list items and their depth,
 * line breaks. So no script, style, link or attribute can pass, whatever the source contains.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5'
import type { DroppedThing } from '../../shared/protocol/views.ts'
import { foldSpaces, type SourceParagraph, type SourceText } from './source-paragraph.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Thrown on HTML nested deeper than any document is. */
export class NestedTooDeep extends Error {}

/** The paragraphs of a document or fragment, in reading order. Throws NestedTooDeep. */
export function readHtml(source: string): SourceText {
  const reader = new Reader()
  reader.read(parseBounded(source))
  return { paragraphs: reader.paragraphs, dropped: reader.dropped }
}

/**
 * Documents of word processors nest some 30 deep. The bound keeps the parser linear (each new paragraph
 * looks through the open elements) and our recursion shallow.
 */
const MAX_DEPTH = 400

function parseBounded(source: string): Node {
  let depth = 0
  return parse(source, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++depth > MAX_DEPTH) throw new NestedTooDeep()
      },
      onItemPop: () => {
        depth--
      },
    },
  })
}

const DROPPED: Readonly<Record<string, DroppedThing>> = {
  script: 'script',
  noscript: 'script',
  template: 'script',
  object: 'script',
  embed: 'script',
  applet: 'script',
  iframe: 'script',
  style: 'style',
  img: 'image',
  picture: 'image',
  svg: 'image',
  canvas: 'image',
  video: 'image',
  audio: 'image',
  math: 'image',
  form: 'form',
  table: 'table',
  input: 'form',
  select: 'form',
  textarea: 'form',
  button: 'form',
}

/** Counted as dropped, but what they say is carried over. */
const KEEPS_WORDS = new Set(['form', 'table'])

/** Left out without a word: `del` is what a tracked change took away, `rt` and `rp` repeat the ruby base. */
const SILENT = new Set(['head', 'title', 'meta', 'link', 'del', 'rt', 'rp', 'xml', 'o:p'])

const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q rb ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Where the reader stands: the list depth, and the role that the next paragraph takes. */
type Place = { readonly list: number; readonly ordered: boolean; readonly preformatted: boolean }

class Reader {
  readonly paragraphs: SourceParagraph[] = []
  readonly dropped = new Map<DroppedThing, number>()
  private text = ''
  private role: SourceParagraph['role'] = 'plain'
  private level = 1

  read(node: Node, place: Place = { list: 0, ordered: false, preformatted: false }): void {
    if (node.nodeName === '#text' && 'value' in node) {
      this.text += place.preformatted ? node.value : node.value.replace(/[\n\r]/g, ' ')
      return
    }
    if ('tagName' in node) this.readElement(node, place)
    else if ('childNodes' in node) for (const child of node.childNodes) this.read(child, place)
  }

  private readElement(element: Element, place: Place): void {
    const tag = element.tagName
    if (SILENT.has(tag) || isHidden(element)) return
    const dropped = isWordComment(element) ? 'comment' : DROPPED[tag]
    if (dropped) this.drop(dropped)
    if (dropped && !KEEPS_WORDS.has(tag)) return
    if (isWordListMarker(element))
      this.role = /\p{N}|^\s*[a-z]{1,4}[.)]/u.test(wordsOf(element)) ? 'number' : 'bullet'
    else if (tag === 'br') this.text += '\n'
    else if (INLINE.has(tag)) this.readChildren(element, place)
    else this.readParagraphs(element, place)
  }

  private readParagraphs(element: Element, place: Place): void {
    const tag = element.tagName
    this.end()
    const heading = /^h([1-6])$/.exec(tag)
    if (heading) this.begin('heading', Number(heading[1]))
    const wordLevel = /mso-list\s*:[^;]*level(\d)/i.exec(attribute(element, 'style'))
    if (wordLevel) this.begin('plain', Number(wordLevel[1]))
    if (tag === 'li') this.begin(place.ordered ? 'number' : 'bullet', Math.max(1, place.list))
    const isList = tag === 'ul' || tag === 'ol'
    this.readChildren(element, {
      list: place.list + (isList ? 1 : 0),
      ordered: isList ? tag === 'ol' : place.ordered,
      preformatted: place.preformatted || tag === 'pre',
    })
    this.end()
    // A list item that turned out empty, or whose first paragraph has taken its role, gives it up here.
    if (tag === 'li' || heading) this.begin('plain', 1)
  }

  private readChildren(element: Element, place: Place): void {
    for (const child of element.childNodes) this.read(child, place)
  }

  private begin(role: SourceParagraph['role'], level: number): void {
    this.role = role
    this.level = level
  }

  /** Closes the paragraph being read, if it has any words; only the first of a list item carries the item's role. */
  private end(): void {
    const text = foldSpaces(this.text)
    this.text = ''
    if (text === '') return
    this.paragraphs.push({ text, role: this.role, level: this.level })
    if (this.role !== 'heading') this.begin('plain', 1)
  }

  private drop(what: DroppedThing): void {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + 1)
  }
}

function attribute(element: Element, name: string): string {
  return element.attrs.find(attr => attr.name === name)?.value ?? ''
}

/** Word writes the number or bullet of a list item as words, in a span of its own. */
function isWordListMarker(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(attribute(element, 'style'))
}

function wordsOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : ''
}

function isHidden(element: Element): boolean {
  return (
    element.attrs.some(attr => attr.name === 'hidden') ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(element, 'style'))
  )
}

/** Word writes its comments as paragraphs at the end of the document, and their marks inside the text. */
function isWordComment(element: Element): boolean {
  return (
    element.namespaceURI === html.NS.HTML &&
    (/mso-element\s*:\s*comment/i.test(attribute(element, 'style')) ||
      /^MsoComment/.test(attribute(element, 'class')))
  )
}
