import type { Side } from './bilingual-text.ts'
import type { InterfaceLanguage } from './language.ts'
import type { Role } from './mandate.ts'

type Words = { readonly [L in InterfaceLanguage]: string }

/** A mandate in words, from what is known of it: what is proposed where nobody has written any. */
export function suggestedTitle(
  side: Side | null,
  role: Role,
  /** Number of the workshop led; null without one. */
  workshop: number | null,
): Words {
  const led = role === 'lead' && workshop !== null
  if (led) {
    const lead = side ? LEADS[side] : ROLES[role]
    return {
      fr: `Atelier ${workshop} – ${lead.fr}`,
      ja: `第${workshop}分科会${lead.ja}`,
      en: `Workshop ${workshop} – ${lead.en}`,
    }
  }
  if (!side) return OUTSIDE[role] ?? capitalised(ROLES[role])
  const [body, act] = [BODIES[side], ROLES[role]]
  return { fr: `${body.fr} – ${act.fr}`, ja: `${body.ja}${act.ja}`, en: `${body.en} – ${act.en}` }
}

const BODIES: { readonly [S in Side]: Words } = {
  fra: { fr: 'COPIL FRA', ja: 'フランス側推進委員会', en: 'French steering committee' },
  jap: { fr: 'COPIL JAP', ja: '日本側推進委員会', en: 'Japanese steering committee' },
}

const ROLES: { readonly [R in Role]: Words } = {
  organiser: { fr: 'organisation', ja: '運営担当', en: 'organiser' },
  chair: { fr: 'présidence', ja: '委員長', en: 'chair' },
  drafter: { fr: 'rédaction', ja: '起草担当', en: 'drafting' },
  lead: { fr: 'chef d’atelier', ja: '座長', en: 'workshop lead' },
  reviewer: { fr: 'relecture', ja: '校閲担当', en: 'review' },
  observer: { fr: 'observation', ja: 'オブザーバー', en: 'observer' },
}

const LEADS: { readonly [S in Side]: Words } = {
  fra: { fr: 'chef d’atelier, partie française', ja: '座長（フランス側）', en: 'lead, French side' },
  jap: { fr: 'chef d’atelier, partie japonaise', ja: '座長（日本側）', en: 'lead, Japanese side' },
}

const OUTSIDE: { readonly [R in Role]?: Words } = {
  organiser: { fr: 'Secrétariat – organisation', ja: '事務局運営担当', en: 'Secretariat – organiser' },
  observer: { fr: 'COPIL large', ja: '拡大推進委員会', en: 'Enlarged steering committee' },
}

function capitalised({ fr, ja, en }: Words): Words {
  const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return { fr: first(fr), ja, en: first(en) }
}
