/** Threads in a draft that people write in: begun, seen live, followed through what is written, reached by keys. */
import type { Page } from '@playwright/test'
import type { DraftView } from '../../shared/protocol/views.ts'
import { accessibilityFaults } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { composeJapanese } from './japanese-input.ts'

type Language = 'fr' | 'ja'
const block = (page: Page, words: string, language: Language) =>
  page.locator(`[data-side="${language}"] > [data-block]`, { hasText: words })
const passages = (page: Page, words: string) => page.locator('mark.thread-passage', { hasText: words })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Votre commentaire' })

async function openDraft(page: Page): Promise<string> {
  const { draft } = (await declarationOf(page)) as unknown as { draft: DraftView['draft'] }
  await page.goto(`/drafts/${draft.id}`)
  await expect(block(page, 'Rappelant', 'fr')).toBeVisible()
  return draft.id
}

/** Selects words, or puts the caret before them. */
async function select(page: Page, language: Language, words: string, empty = false) {
  await page.evaluate(
    ([side, text, collapsed]) => {
      const root = document.querySelector<HTMLElement>(`[contenteditable][data-side="${side}"]`)!
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(text)
        if (at < 0) continue
        root.focus()
        getSelection()!.setBaseAndExtent(node, at, node, collapsed ? at : at + text.length)
        return
      }
      throw new Error(`no « ${text} »`)
    },
    [language, words, empty] as const,
  )
}

async function comment(page: Page, language: Language, words: string, said: string) {
  await select(page, language, words)
  await page.keyboard.press('Control+Alt+m')
  await composer(page).fill(said)
  await page.getByRole('button', { name: 'Envoyer à ma délégation' }).click()
  await expect(page.getByRole('article').filter({ hasText: said })).toBeVisible()
}

const WORDS = 'offrent aux collectivités territoriales'

test('[T1] [T4] a thread on a passage is seen by a colleague at once, and is on its words whatever both write', async ({
  actors,
}) => {
  const first = await actors.enter('drafter', 'jap', { language: 'fr' })
  const second = await actors.enter('chair', 'jap', { language: 'fr' })
  for (const page of [first, second]) await openDraft(page)
  await comment(first, 'fr', WORDS, 'Est-ce le bon mot ?')
  await expect(passages(second, WORDS)).toBeVisible()
  await expect(passages(second, WORDS)).toHaveAttribute('data-internal', 'true')

  await select(second, 'fr', 'Rappelant', true)
  await second.keyboard.type('Bien ')
  await select(first, 'fr', 'aux collectivités', true)
  await first.keyboard.press('Enter')
  for (const page of [first, second]) {
    await expect(passages(page, 'offrent')).toHaveCount(1)
    await expect(passages(page, 'aux collectivités territoriales')).toHaveCount(1)
  }
  await first.keyboard.press('Control+z')
  for (const page of [first, second]) await expect(passages(page, WORDS)).toHaveCount(1)

  // Deleted, it is gone for both; undone, it is where it was, and so for whoever comes later.
  await select(first, 'fr', WORDS)
  await first.keyboard.press('Delete')
  for (const page of [first, second]) await expect(passages(page, 'offrent')).toHaveCount(0)
  await expect(first.getByText('Le passage n’y est plus').first()).toBeVisible()
  await first.keyboard.press('Control+z')
  for (const page of [first, second]) await expect(passages(page, WORDS)).toHaveCount(1)
  const third = await actors.enter('drafter', 'jap', { language: 'ja' })
  await openDraft(third)
  await expect(passages(third, WORDS)).toHaveCount(1)
})

test('[T1] [U5] Japanese composed in a passage is written once, and the thread stays on it', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openDraft(page)
  await comment(page, 'ja', '両国で交互に', 'À vérifier.')
  await select(page, 'ja', '交互に', true)
  await composeJapanese(page, ['こ', 'こう', 'こうた', 'こうたい'], '交代')
  await expect(passages(page, '両国で交代交互に')).toHaveCount(1)
  await expect(block(page, '両国で交代交互に開催', 'ja')).toHaveCount(1)
})

test('[T1] offline one moves the words, and back again the thread is on them for a colleague', async ({
  actors,
}) => {
  const first = await actors.enter('drafter', 'jap', { language: 'fr' })
  const second = await actors.enter('chair', 'jap', { language: 'fr' })
  for (const page of [first, second]) await openDraft(page)
  await comment(first, 'fr', WORDS, 'Hors ligne ?')
  await expect(passages(second, WORDS)).toBeVisible()
  await first.context().setOffline(true)
  await select(first, 'fr', 'collectivités territoriales', true)
  await first.keyboard.press('Control+Shift+Enter')
  await expect(passages(first, 'offrent aux')).toHaveCount(1)
  await first.context().setOffline(false)
  await expect(passages(second, 'collectivités territoriales')).toHaveCount(1)
  await expect(passages(second, 'offrent aux')).toHaveCount(1)
})

test('[D2] by keys: from the text to a thread and back, from passage to passage, with no fault of accessibility', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr', context: { bypassCSP: true } })
  await openDraft(page)
  await comment(page, 'fr', WORDS, 'Au clavier.')
  await page.keyboard.press('Escape')
  const text = page.getByRole('textbox', { name: 'Texte français' })
  await expect(text).toBeFocused()
  await page.keyboard.press('Alt+Shift+c')
  await expect(page.getByRole('article').filter({ hasText: 'Au clavier.' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await page.keyboard.press('Alt+Shift+n')
  await expect(page.locator('article[aria-current]')).not.toContainText('Au clavier.')
  await expect(passages(page, WORDS)).not.toHaveAttribute('data-chosen', 'true')
  await page.keyboard.press('Alt+Shift+p')
  await expect(passages(page, WORDS)).toHaveAttribute('data-chosen', 'true')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('[M3] the document of a draft tells nothing of an internal thread, and to the other side its anchors are not there', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  const draft = await openDraft(page)
  const frames: Buffer[] = []
  const colleague = await actors.enter('chair', 'jap', { language: 'fr', path: '/' })
  colleague.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload))),
  )
  await openDraft(colleague)
  await comment(page, 'fr', WORDS, 'Secret-de-fil')
  await expect(passages(colleague, WORDS)).toBeVisible()
  await select(page, 'fr', 'Rappelant', true)
  await page.keyboard.type('Bien ')
  await expect(block(colleague, 'Bien Rappelant', 'fr')).toHaveCount(1)
  const bytes = Buffer.concat(frames).toString('latin1')
  expect(bytes).not.toContain('Secret-de-fil')
  expect(bytes).not.toContain('thread-')
  const other = await actors.enter('drafter', 'fra', { language: 'fr' })
  const answer = await other.request.put(`/api/drafts/${draft}/anchors`, {
    headers: { origin: new URL(page.url()).origin },
    data: { anchors: [{ thread: 't', anchor: { unit: 'u4', blocks: [], passage: null } }] },
  })
  expect(answer.status()).toBe(404)
})
