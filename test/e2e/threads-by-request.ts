/** Threads begun without a page, for stories that begin where they are there already. */
import type { Page } from '@playwright/test'
import { anchorOfPassage, anchorOfUnit } from '../../shared/model/anchor-in-text.ts'
import { type Audience, type BilingualText, plainText } from '../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import { type Anchor, type Place, readPlace } from '../../shared/model/thread.ts'
import type { ThreadsView, ThreadView } from '../../shared/protocol/thread-views.ts'
import type { VersionTextView } from '../../shared/protocol/views.ts'

/** Where some words stand in a version; the whole unit of the words with `unit`. */
export function anchorOfWords(
  text: BilingualText,
  words: string,
  hangs: 'passage' | 'unit' = 'passage',
): Anchor {
  for (const language of LANGUAGES)
    for (const block of text[language]) {
      const at = plainText(block).indexOf(words)
      if (at < 0) continue
      const ends = [at, at + words.length].map(offset => ({ block: block.id, offset }))
      return hangs === 'unit'
        ? anchorOfUnit(text, block.unit)!
        : anchorOfPassage(text, language, ends[0]!, ends[1]!)!
    }
  throw new Error(`the text does not say ${words}`)
}

export async function versionText(page: Page, version: string): Promise<BilingualText> {
  const view = (await (await page.request.get(`/api/versions/${version}`)).json()) as VersionTextView
  return view.content
}

type NewThread = {
  readonly text: string
  readonly place: Place
  readonly audience: Audience
  readonly anchor: Anchor
  readonly body: string
}

export async function beginThread(page: Page, { text, ...thread }: NewThread): Promise<ThreadView> {
  const answer = await page.request.post(`/api/texts/${text}/threads`, {
    headers: { origin: new URL(page.url()).origin },
    data: { ...thread, assignee: null },
  })
  if (!answer.ok())
    throw new Error(`no thread in ${JSON.stringify(readPlace(thread.place))}: ${await answer.text()}`)
  return (await answer.json()) as ThreadView
}

export async function threadsAt(page: Page, text: string, place: Place): Promise<ThreadsView> {
  return (await (
    await page.request.get(`/api/texts/${text}/threads`, { params: { place } })
  ).json()) as ThreadsView
}

export async function replyTo(page: Page, thread: string, body: string): Promise<void> {
  const answer = await page.request.post(`/api/threads/${thread}/comments`, {
    headers: { origin: new URL(page.url()).origin },
    data: { body },
  })
  if (!answer.ok()) throw new Error(`no reply: ${await answer.text()}`)
}

/** Selects words on the page as a hand does, in the piece of text that holds them. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const piece = page.locator('[data-at]').filter({ hasText: words }).first()
  await piece.scrollIntoViewIfNeeded()
  await piece.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
      return
    }
  }, words)
}
