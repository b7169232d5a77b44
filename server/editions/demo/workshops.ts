/**
 * The workshops of the demonstration: rooms and hours as the report has them, and who takes part. The former hosts of
 * the meetings stand for those who do; what they chose, and every other local government, is invented.
 */
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { WorkshopSlot } from '../../../shared/model/workshop.ts'

export const demoSlots: readonly (WorkshopSlot & { readonly number: number })[] = [
  { number: 1, ...roomAt('A'), startsAt: '2026-10-23T07:30:00.000Z', endsAt: '2026-10-23T10:00:00.000Z' },
  { number: 2, ...roomAt('B'), startsAt: '2026-10-23T07:30:00.000Z', endsAt: '2026-10-23T10:00:00.000Z' },
  { number: 3, ...roomAt('A'), startsAt: '2026-10-23T12:30:00.000Z', endsAt: '2026-10-23T15:00:00.000Z' },
  { number: 4, room: null, startsAt: '2026-10-23T12:30:00.000Z', endsAt: '2026-10-23T15:00:00.000Z' },
]

function roomAt(letter: string): { readonly room: BilingualLabel } {
  return {
    room: {
      fr: `Salle ${letter} (fictive)`,
      ja: `${letter}会議室（架空）`,
      en: `Room ${letter} (fictitious)`,
    },
  }
}

/** A local government by the key of the edition's template, or by the name that it is added under. */
export type DemoSpeaker = string | { readonly side: Side; readonly name: BilingualLabel }

export type DemoParticipation = {
  readonly fra: DemoSpeaker | null
  readonly jap: DemoSpeaker | null
  /** Numbers of workshops, the wished first. */
  readonly choices: readonly number[]
  readonly workshop: number | null
  readonly note: string
}

const jap = (fr: string, ja: string): DemoSpeaker => ({ side: 'jap', name: { fr, ja } })
const fra = (fr: string, ja: string): DemoSpeaker => ({ side: 'fra', name: { fr, ja } })

export const demoParticipations: readonly DemoParticipation[] = [
  { fra: 'nancy', jap: jap('Ville de Kanazawa', '金沢市'), choices: [2, 1], workshop: 2, note: '' },
  { fra: 'tours', jap: jap('Ville de Takamatsu', '高松市'), choices: [1, 4], workshop: 1, note: '' },
  {
    fra: 'aix-en-provence',
    jap: jap('Ville de Kumamoto', '熊本市'),
    choices: [1, 3],
    workshop: 1,
    note: 'Souhaite parler en second.／2番目の発表を希望。',
  },
  { fra: 'chartres', jap: null, choices: [2], workshop: null, note: '' },
  { fra: null, jap: jap('Ville de Shizuoka', '静岡市'), choices: [3, 4], workshop: 3, note: '' },
  {
    fra: fra('Ville d’Exemple-sur-Mer (fictive)', '見本海岸市（架空）'),
    jap: jap('Ville de Mihon (fictive)', '見本市（架空）'),
    choices: [4, 2],
    workshop: null,
    note: '',
  },
  {
    fra: null,
    jap: jap('Département de Reiji (fictif)', '例示県（架空）'),
    choices: [1],
    workshop: 1,
    note: '',
  },
]
