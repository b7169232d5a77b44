/** The joint draft of the declaration, for stories with people of both sides in front of it. */
import { expect, type Page } from '@playwright/test'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import type { Role } from '../../shared/model/mandate.ts'
import type { Room } from '../support/room.ts'
import { declarationOf } from './declaration-of.ts'
import type { Actors, Entrance } from './fixtures.ts'
import { askAt } from './set-up-by-request.ts'

type Someone = {
  readonly role: Role
  readonly side: Side
  readonly language?: InterfaceLanguage
  readonly context?: Entrance['context']
}

/** Somebody who may write has the draft open; a joint stage must be current. Scripts may be added to the page. */
export async function atJointDraft(actors: Actors, room: Room, someone: Someone): Promise<Page> {
  const { role, side, language, context = {} } = someone
  const page = await actors.enter(role, side, {
    ...(language ? { language } : {}),
    context: { bypassCSP: true, ...context },
  })
  await page.goto(`/drafts/${await jointDraftOf(room, page)}`)
  await expect(page.getByRole('textbox').first()).toBeVisible()
  return page
}

/** Begun if need be, by somebody who may write in it. */
export async function jointDraftOf(room: Room, page: Page): Promise<string> {
  const { text } = await declarationOf(page)
  await askAt(room, page, 'POST', `/api/texts/${text.id}/draft`)
  return (await declarationOf(page)).draft!.id
}
