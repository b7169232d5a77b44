/** [T1] [R3] Threads through a round: from a private draft to its version, and into the draft of the other side. */
import type { Page } from '@playwright/test'
import type { ThreadsView } from '../../shared/protocol/thread-views.ts'
import { decideTheRest, transmitByRequest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { askAt } from './set-up-by-request.ts'

const WORDS = 'offrent aux collectivités territoriales'
const passages = (page: Page, words = WORDS) => page.locator('mark', { hasText: words })

async function selectWords(page: Page, words: string) {
  await page.evaluate(text => {
    const root = document.querySelector<HTMLElement>('[contenteditable][data-side="fr"]')!
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(text)
      if (at < 0) continue
      root.focus()
      getSelection()!.setBaseAndExtent(node, at, node, at + text.length)
      return
    }
    throw new Error(`no « ${text} »`)
  }, words)
}

test('[T1] [T2] [R3] a thread of a draft is on its words in the version, one on the version in the other side’s draft', async ({
  actors,
  room,
}) => {
  test.setTimeout(180_000)
  const japDrafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  const japChair = await actors.enter('chair', 'jap', { language: 'fr' })
  const fraDrafter = await actors.enter('drafter', 'fra', { language: 'fr' })
  const { text, draft } = (await declarationOf(japDrafter)) as unknown as {
    text: { id: string }
    draft: { id: string }
  }

  await test.step('within the delegation, on words of the draft that then move', async () => {
    await japDrafter.goto(`/drafts/${draft.id}`)
    await expect(japDrafter.locator('[data-side="fr"] > [data-block]').first()).toBeVisible()
    await selectWords(japDrafter, WORDS)
    await japDrafter.keyboard.press('Control+Alt+m')
    await japDrafter.getByRole('textbox', { name: 'Votre commentaire' }).fill('Mot-interne')
    await japDrafter.getByRole('button', { name: 'Envoyer à ma délégation' }).click()
    await expect(passages(japDrafter)).toBeVisible()
    const moved = japDrafter.waitForResponse(
      answer => answer.url().endsWith('/anchors') && answer.request().method() === 'PUT',
    )
    await selectWords(japDrafter, 'Rappelant')
    await japDrafter.keyboard.type('Ayant à l’esprit')
    await moved
    await expect(japDrafter.getByText('Enregistré en lieu sûr')).toBeVisible()
  })

  const version = await test.step('transmitted, it is on the same words of the version', async () => {
    await decideTheRest(room, japDrafter, draft.id)
    const made = await transmitByRequest(room, japChair, draft.id)
    await japChair.goto(`/versions/${made.id}`)
    await expect(passages(japChair)).toBeVisible()
    await expect(japChair.getByRole('article').filter({ hasText: 'Mot-interne' })).toBeVisible()
    return made.id
  })

  await test.step('[M3] the other side finds nothing of it; what is shared on the version both find', async () => {
    const path = `/api/texts/${text.id}/threads?place=version:${version}`
    const theirs = await askAt<ThreadsView>(room, fraDrafter, 'GET', path)
    expect(JSON.stringify(theirs)).not.toContain('Mot-interne')
    const own = await askAt<ThreadsView>(room, japChair, 'GET', path)
    const { anchor } = own.threads.find(({ comments }) => comments[0]?.body === 'Mot-interne')!
    expect(anchor.passage?.relative).toBeNull()
    await askAt(room, fraDrafter, 'POST', `/api/texts/${text.id}/threads`, {
      place: `version:${version}`,
      audience: 'joint',
      anchor,
      body: 'Question-partagée',
    })
    await expect(japChair.getByRole('article').filter({ hasText: 'Question-partagée' })).toBeVisible()
  })

  await test.step('in the draft that answers, the shared one is on its words', async () => {
    const begun = await askAt<{ draft: { id: string } }>(
      room,
      fraDrafter,
      'POST',
      `/api/texts/${text.id}/draft`,
    )
    await fraDrafter.goto(`/drafts/${begun.draft.id}`)
    await expect(passages(fraDrafter)).toBeVisible()
    await expect(fraDrafter.getByText('Question-partagée').first()).toBeVisible()
    await expect(fraDrafter.getByText('Mot-interne')).toHaveCount(0)
  })
})
