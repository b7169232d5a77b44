import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { Workshop } from '../../../shared/model/edition.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { Role } from '../../../shared/model/mandate.ts'

/** A mandate in words from what is known of it, in the three languages; a proposal, never more. */
export function suggestedTitle(
  side: Side | null,
  role: Role,
  workshop: Pick<Workshop, 'number'> | null,
): Required<BilingualLabel> {
  const body = workshop ? WORKSHOP(workshop.number) : side ? BODIES[side] : NO_SIDE[role]
  const act = workshop && side ? LEADS[side] : ACTS[role]
  if (!side && !workshop) return NO_SIDE[role] ?? ACTS[role]
  return {
    fr: `${body?.fr} – ${act.fr}`,
    ja: `${body?.ja}${act.ja}`,
    en: `${body?.en} – ${act.en}`,
  }
}

type Words = Required<BilingualLabel>

const BODIES: { readonly [S in Side]: Words } = {
  fra: { fr: 'COPIL FRA', ja: 'フランス側推進委員会', en: 'French steering committee' },
  jap: { fr: 'COPIL JAP', ja: '日本側推進委員会', en: 'Japanese steering committee' },
}

const NO_SIDE: Partial<Record<Role, Words>> = {
  organiser: { fr: 'Secrétariat – organisation', ja: '事務局運営担当', en: 'Secretariat – organiser' },
  observer: { fr: 'COPIL large', ja: '拡大推進委員会', en: 'Enlarged steering committee' },
}

const ACTS: { readonly [R in Role]: Words } = {
  organiser: { fr: 'organisation', ja: '運営担当', en: 'organiser' },
  chair: { fr: 'présidence', ja: '委員長', en: 'chair' },
  drafter: { fr: 'rédaction', ja: '起草担当', en: 'drafting' },
  lead: { fr: 'chef d’atelier', ja: '分科会座長', en: 'workshop lead' },
  reviewer: { fr: 'relecture', ja: '校閲担当', en: 'review' },
  observer: { fr: 'COPIL large', ja: '拡大推進委員会', en: 'enlarged committee' },
}

const LEADS: { readonly [S in Side]: Words } = {
  fra: { fr: 'chef d’atelier, partie française', ja: '座長（フランス側）', en: 'lead, French side' },
  jap: { fr: 'chef d’atelier, partie japonaise', ja: '座長（日本側）', en: 'lead, Japanese side' },
}

const WORKSHOP = (number: number): Words => ({
  fr: `Atelier ${number}`,
  ja: `第${number}分科会`,
  en: `Workshop ${number}`,
})
