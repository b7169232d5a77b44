/** The way to an adoption without the pages: for stories that begin in the middle of it. */
import type { Page } from '@playwright/test'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { AdoptionView } from '../../shared/protocol/adoption-views.ts'
import type { AgreementView } from '../../shared/protocol/agreement-views.ts'
import type { FactsView } from '../../shared/protocol/fact-views.ts'
import type { DraftView, EditionView } from '../../shared/protocol/views.ts'
import type { Room } from '../support/room.ts'
import { declarationOf } from './declaration-of.ts'
import { askAt } from './set-up-by-request.ts'
import { writeIntoDraft } from './write-into-draft.ts'

export async function adoptionFor(room: Room, page: Page): Promise<AdoptionView> {
  const { text } = await declarationOf(page)
  return askAt(room, page, 'GET', `/api/texts/${text.id}/adoption`)
}

/** The organiser opens the stage that adopts; the chair of `page` begins its joint draft. */
export async function openAdoption(room: Room, organiser: Page, chair: Page): Promise<DraftView> {
  const { stages } = await askAt<EditionView>(room, organiser, 'GET', '/api/edition')
  const stage = stages.find(({ adopts }) => adopts)!
  await askAt(room, organiser, 'POST', `/api/stages/${stage.id}/open`)
  const { text } = await declarationOf(chair)
  const view = await askAt<DraftView>(room, chair, 'POST', `/api/texts/${text.id}/draft`)
  // Its first content is there once somebody has opened it.
  return askAt(room, chair, 'GET', `/api/drafts/${view.draft.id}`)
}

/** Every fact without a value gets one, and is confirmed. */
export async function confirmFacts(room: Room, organiser: Page): Promise<void> {
  const { facts } = await askAt<FactsView>(room, organiser, 'GET', '/api/facts')
  for (const { fact } of facts.filter(each => each.fact.status === 'open' || each.fact.value === null)) {
    const value = fact.value ?? (fact.type === 'count' ? { n: 34 } : { fr: 'Kochi', ja: '高知市' })
    await askAt(room, organiser, 'PUT', `/api/facts/${fact.id}`, { value, status: 'confirmed' })
  }
}

/** What stands in brackets stands without them, and what one language lacks is taken out. */
export async function settleWords(room: Room, page: Page, draft: string): Promise<void> {
  await writeIntoDraft(room, page, draft, text => withoutBrackets(withBothLanguages(text)))
}

function withBothLanguages(text: BilingualText): BilingualText {
  const both = (unit: string) =>
    (['fr', 'ja'] as const).every(language => text[language].some(block => block.unit === unit))
  return {
    fr: text.fr.filter(({ unit }) => both(unit)),
    ja: text.ja.filter(({ unit }) => both(unit)),
  }
}

function withoutBrackets(text: BilingualText): BilingualText {
  const plain = (blocks: BilingualText['fr']) =>
    blocks.map(block => ({
      ...block,
      content: block.content.map(inline =>
        inline.type === 'text'
          ? {
              type: 'text' as const,
              text: inline.text.replaceAll(/[[\]［］]/gu, ''),
              marks: (inline.marks ?? []).filter(({ type }) => type !== 'bracket'),
            }
          : inline,
      ),
    }))
  return { fr: plain(text.fr), ja: plain(text.ja) }
}

/** The chair of `page` agrees to every paragraph of the joint draft as it reads. */
export async function agreeToAll(room: Room, page: Page, draft: string): Promise<void> {
  const { text } = await declarationOf(page)
  const place = `draft:${draft}`
  const { units } = await askAt<AgreementView>(
    room,
    page,
    'GET',
    `/api/texts/${text.id}/agreement?place=${place}`,
  )
  await askAt(room, page, 'POST', `/api/texts/${text.id}/consents`, {
    place,
    units: units.map(({ unit, pair }) => ({ unit, pair })),
    kind: 'agreed',
  })
}

/** Seals what the chair of `page` reads now. */
export async function sealByRequest(room: Room, page: Page): Promise<void> {
  const { text, readiness } = await adoptionFor(room, page)
  await askAt(room, page, 'POST', `/api/texts/${text.id}/seals`, { sha256: readiness!.sha256 })
}
