/** A workshop's text submitted without the pages, for stories that begin with the secretariat. */
import type { Page } from '@playwright/test'
import type { WorkshopTextKind } from '../../shared/model/workshop.ts'
import type { DraftView, VersionView } from '../../shared/protocol/views.ts'
import type { SubmissionPreview, WorkshopsView } from '../../shared/protocol/workshop-views.ts'
import type { Room } from '../support/room.ts'
import { ask, askAt } from './set-up-by-request.ts'

/** As the lead of `page`, what its draft says now: at first the template, whose headings are words too. */
export async function submitAsLead(room: Room, page: Page, kind: WorkshopTextKind): Promise<VersionView> {
  const { workshops }: WorkshopsView = await ask(room, page, 'GET /api/workshops')
  const mine = workshops.flatMap(({ texts }) => texts).find(each => each.text.kind === kind && each.mayWrite)
  if (!mine) throw new Error(`this lead writes no ${kind}`)
  const { draft } = await askAt<DraftView>(room, page, 'POST', `/api/texts/${mine.text.id}/draft`)
  const address = `/api/drafts/${draft.id}/submission`
  const { sha256 } = await askAt<SubmissionPreview>(room, page, 'GET', address)
  const note = { fr: 'Première rédaction.', ja: '初稿です。' }
  return askAt<VersionView>(room, page, 'POST', address, { sha256, note })
}
