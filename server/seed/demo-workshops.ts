/** Rooms, hours and participations of the demonstration as rows, by the code that the secretariat enters them with. */
import { type DemoSpeaker, demoParticipations, demoSlots } from '../editions/demo/workshops.ts'
import { isRefusal } from '../http/respond.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { listWorkshops, updateWorkshop } from '../store/editions.ts'
import { sayParticipation } from '../workshops/edit-participations.ts'
import type { MadeEdition } from './make-edition.ts'

/** Call it in the transaction that makes the demonstration. `now`: when it was entered. */
export async function insertDemoWorkshops(
  db: Database,
  { edition, organisations, workshops }: MadeEdition,
  newId: NewId,
  now: string,
): Promise<void> {
  for (const workshop of await listWorkshops(db, edition.id)) {
    const slot = demoSlots.find(({ number }) => number === workshop.number)
    if (slot) await updateWorkshop(db, { ...workshop, ...slot })
  }
  const speaker = (named: DemoSpeaker | null) => {
    if (named === null) return null
    return typeof named === 'string' ? { id: organisations.get(named)! as string } : { name: named.name }
  }
  const workshop = (number: number) => workshops.get(number)! as string
  for (const [index, said] of demoParticipations.entries()) {
    const made = await sayParticipation(
      db,
      null,
      {
        fra: speaker(said.fra),
        jap: speaker(said.jap),
        choices: said.choices.map(workshop),
        workshop: said.workshop === null ? null : workshop(said.workshop),
        note: said.note,
      },
      // One after the other, so that they are listed in the order in which they are written.
      { edition: edition.id, newId, now: new Date(Date.parse(now) + index).toISOString() },
    )
    if (isRefusal(made))
      throw new Error(`a participation of the demonstration: ${made.refusal} ${made.detail ?? ''}`)
  }
}
