/** A mandate in words, where nobody has given any. */
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Role } from '../../shared/model/mandate.ts'

const SIDE = {
  fra: { fr: 'COPIL FRA', ja: 'フランス側推進委員会', en: 'French steering committee' },
  jap: { fr: 'COPIL JAP', ja: '日本側推進委員会', en: 'Japanese steering committee' },
} as const

const ROLE: Readonly<Record<Role, Required<BilingualLabel>>> = {
  organiser: { fr: 'Organisation', ja: '運営担当', en: 'Organiser' },
  chair: { fr: 'Présidence', ja: '委員長', en: 'Chair' },
  drafter: { fr: 'Rédaction', ja: '起草担当', en: 'Drafting' },
  lead: { fr: 'Chef d’atelier', ja: '分科会座長', en: 'Workshop lead' },
  reviewer: { fr: 'Relecture', ja: '校閲担当', en: 'Review' },
  observer: { fr: 'COPIL large', ja: '拡大推進委員会', en: 'Large committee' },
}

export function defaultTitle(role: Role, side: Side | null, workshop: number | null): BilingualLabel {
  const { fr, ja, en } = ROLE[role]
  const numbered = workshop === null ? '' : ` ${workshop}`
  if (side === null) return { fr: fr + numbered, ja: ja + numbered, en: `${en}${numbered}` }
  return {
    fr: `${SIDE[side].fr} – ${fr.toLowerCase()}${numbered}`,
    ja: `${SIDE[side].ja}－${workshop === null ? '' : `第${workshop}`}${ja}`,
    en: `${SIDE[side].en} – ${en.toLowerCase()}${numbered}`,
  }
}
