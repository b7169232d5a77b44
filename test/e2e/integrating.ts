/** From a summary to the declaration without the pages, for stories about one step of that way. */
import type { Page } from '@playwright/test'
import { isToBeTreated } from '../../shared/integrate/coverage.ts'
import { type BilingualText, type Block, unitsOf } from '../../shared/model/bilingual-text.ts'
import type { DraftView, VersionTextView, VersionView } from '../../shared/protocol/views.ts'
import type { SubmissionPreview } from '../../shared/protocol/workshop-views.ts'
import type { Room } from '../support/room.ts'
import { ask, askAt } from './set-up-by-request.ts'
import { writeIntoDraft } from './write-into-draft.ts'

/** Written by a lead of the first workshop, submitted, and accepted by the secretariat. */
export async function acceptSummary(
  room: Room,
  lead: Page,
  organiser: Page,
  write: (text: BilingualText) => BilingualText,
): Promise<VersionView> {
  const { workshops } = await ask(room, lead, 'GET /api/workshops')
  const summary = workshops[0]!.texts.find(({ text }) => text.kind === 'workshop-summary')!
  const begun = await askAt<DraftView>(room, lead, 'POST', `/api/texts/${summary.text.id}/draft`)
  const { draft } = await askAt<DraftView>(room, lead, 'GET', `/api/drafts/${begun.draft.id}`)
  await writeIntoDraft(room, lead, draft.id, write)
  const path = `/api/drafts/${draft.id}/submission`
  const { sha256 } = await askAt<SubmissionPreview>(room, lead, 'GET', path)
  const version = await askAt<VersionView>(room, lead, 'POST', path, { sha256, note: { fr: '', ja: '' } })
  await askAt(room, organiser, 'POST', `/api/versions/${version.id}/review`, {
    outcome: 'accepted',
    reason: null,
  })
  return version
}

/** Puts these words into the empty paragraphs of the template, in order. */
export function fill(
  ...lines: readonly (readonly [fr: string, ja: string])[]
): (text: BilingualText) => BilingualText {
  return text => {
    const written = (language: 'fr' | 'ja') => {
      let next = 0
      return text[language].map((block): Block => {
        if (block.content.length > 0 || next >= lines.length) return block
        const [fr, ja] = lines[next++]!
        return { ...block, content: [{ type: 'text', text: language === 'fr' ? fr : ja }] }
      })
    }
    return { fr: written('fr'), ja: written('ja') }
  }
}

/** Opens the first joint stage of the plan. */
export async function openJointStage(room: Room, organiser: Page): Promise<void> {
  const { stages } = await ask(room, organiser, 'GET /api/edition')
  const joint = stages.find(({ turn }) => turn === 'joint')!
  await askAt(room, organiser, 'POST', `/api/stages/${joint.id}/open`)
}

export async function unitsOfVersion(room: Room, page: Page, { id }: VersionView) {
  const { content } = await askAt<VersionTextView>(room, page, 'GET', `/api/versions/${id}`)
  return unitsOf(content).filter(isToBeTreated)
}
