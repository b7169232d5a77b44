/** Agreement without its pages: for stories that begin when units are agreed, or locked. */
import type { Page } from '@playwright/test'
import type { AgreementView } from '../../shared/protocol/agreement-views.ts'
import type { EditionView } from '../../shared/protocol/views.ts'
import type { Room } from '../support/room.ts'
import { declarationOf } from './declaration-of.ts'

/** The organiser's plan says that a stage which is over has confirmed the essential content. */
export async function confirmEssentialBy(room: Room, organiser: Page): Promise<void> {
  const { stages } = (await (await organiser.request.get('/api/edition')).json()) as EditionView
  const { id, name, turn, versionLabel, startsFrom, due, dueStatus, evidence, ...more } = stages.find(
    ({ state }) => state === 'done',
  )!
  const answer = await organiser.request.put(`/api/stages/${id}`, {
    headers: { origin: room.address },
    data: {
      ...{ name, turn, versionLabel, startsFrom, due, dueStatus, evidence },
      ...('adopts' in more ? { adopts: more.adopts } : {}),
      confirmsEssential: true,
    },
  })
  if (!answer.ok()) throw new Error(await answer.text())
}

/** The chair of `page` consents, at the last version, to the units whose words hold `words`; their ids. */
export async function consentBy(room: Room, page: Page, words: string): Promise<string[]> {
  const { text, versions } = await declarationOf(page)
  const last = versions.at(-1)!
  const { content } = (await (await page.request.get(`/api/versions/${last.id}`)).json()) as {
    content: { fr: { unit: string; content: { text?: string }[] }[] }
  }
  const units = content.fr
    .filter(block => block.content.some(inline => inline.text?.includes(words)))
    .map(({ unit }) => unit)
  const place = `version:${last.id}`
  const view = (await (
    await page.request.get(`/api/texts/${text.id}/agreement?place=${place}`)
  ).json()) as AgreementView
  const answer = await page.request.post(`/api/texts/${text.id}/consents`, {
    headers: { origin: room.address },
    data: {
      ...{ place, kind: 'agreed' },
      units: view.units.filter(({ unit }) => units.includes(unit)).map(({ unit, pair }) => ({ unit, pair })),
    },
  })
  if (!answer.ok()) throw new Error(await answer.text())
  return units
}

/** The chair of `page` reopens a locked unit, with a reason. */
export async function reopenBy(room: Room, page: Page, unit: string): Promise<void> {
  const { text, versions } = await declarationOf(page)
  const answer = await page.request.post(`/api/texts/${text.id}/reopenings`, {
    headers: { origin: room.address },
    data: {
      ...{ place: `version:${versions.at(-1)!.id}`, unit },
      reason: { fr: 'Le titre est à revoir.', ja: '題名を見直すため。' },
    },
  })
  if (!answer.ok()) throw new Error(await answer.text())
}
