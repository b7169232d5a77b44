import { type Chosen, idOf, type Speaker } from '../../../shared/import/participation-rows.ts'
import type { Participation } from '../../../shared/model/workshop.ts'
import type { ParticipationBody } from '../../../shared/protocol/bodies.ts'

/** A participation as a form holds it, whether it is typed or comes from a row of a file. */
export type ParticipationForm = {
  readonly fra: Speaker
  readonly jap: Speaker
  readonly first: Chosen
  readonly second: Chosen
  readonly speaks: Chosen
  readonly note: string
}

const NOBODY: Speaker = { kind: 'none' }

/** The form of a participation, or of a new one. */
export function formOf(participation: Participation | null): ParticipationForm {
  if (!participation) return { fra: NOBODY, jap: NOBODY, first: null, second: null, speaks: null, note: '' }
  const { fra, jap, choices, workshop, note } = participation
  const [first, second] = choices
  return {
    fra: fra ? { kind: 'known', id: fra } : NOBODY,
    jap: jap ? { kind: 'known', id: jap } : NOBODY,
    first: first ? { id: first } : null,
    second: second ? { id: second } : null,
    speaks: workshop ? { id: workshop } : null,
    note,
  }
}

export type FormFault = 'need-somebody' | 'need-name' | 'same-twice' | 'first-needed'

/** Why it cannot be saved; undefined when it can. */
export function faultOf({ fra, jap, first, second }: ParticipationForm): FormFault | undefined {
  if (
    [fra, jap].some(speaker => speaker.kind === 'new' && !speaker.name.fr.trim() && !speaker.name.ja.trim())
  )
    return 'need-name'
  if (fra.kind === 'none' && jap.kind === 'none') return 'need-somebody'
  if (second && !first) return 'first-needed'
  return idOf(first) !== null && idOf(first) === idOf(second) ? 'same-twice' : undefined
}

export function bodyOf({ fra, jap, first, second, speaks, note }: ParticipationForm): ParticipationBody {
  return {
    fra: speakerBody(fra),
    jap: speakerBody(jap),
    choices: [idOf(first), idOf(second)].filter(id => id !== null),
    workshop: idOf(speaks),
    note,
  }
}

function speakerBody(speaker: Speaker): ParticipationBody['fra'] {
  if (speaker.kind === 'none') return null
  return speaker.kind === 'known' ? { id: speaker.id } : { name: speaker.name }
}
