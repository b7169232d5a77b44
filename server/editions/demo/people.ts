/**
 * The people of the demonstration. Each is named by the mandate: no personal data, and one sees at once
 * in whose place one has signed in.
 */
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel, InterfaceLanguage } from '../../../shared/model/language.ts'
import type { Role } from '../../../shared/model/mandate.ts'

export type DemoPerson = {
  /** Sign-in name; unique among the people of the demonstration. */
  readonly login: string
  /** Shown beside carets and comments, in both languages of the texts at once. */
  readonly name: string
  /** The mandate in words. */
  readonly title: Required<BilingualLabel>
  readonly role: Role
  readonly side: Side | null
  /** Key of an organisation of the edition's template. */
  readonly organisation: string
  /** Number of a workshop of the edition's template. */
  readonly workshop: number | null
  readonly language: InterfaceLanguage
  /** IANA time zone. */
  readonly zone: string
}

const PARIS = 'Europe/Paris'
const TOKYO = 'Asia/Tokyo'

export const demoPeople: readonly DemoPerson[] = [
  {
    login: 'demo-secretariat',
    name: 'Secrétariat CUF／事務局',
    title: {
      fr: 'Secrétariat CUF – organisation',
      ja: '事務局運営担当（フランス都市連合）',
      en: 'CUF secretariat – organiser',
    },
    role: 'organiser',
    side: null,
    organisation: 'cuf',
    workshop: null,
    language: 'fr',
    zone: PARIS,
  },
  {
    login: 'demo-jap-chair',
    name: '日本側委員長／Présidence COPIL JAP',
    title: {
      fr: 'COPIL JAP – présidence',
      ja: '日本側推進委員会委員長',
      en: 'Japanese steering committee – chair',
    },
    role: 'chair',
    side: 'jap',
    organisation: 'copil-jap',
    workshop: null,
    language: 'ja',
    zone: TOKYO,
  },
  {
    login: 'demo-jap-drafting',
    name: '日本側起草担当／Rédaction COPIL JAP',
    title: {
      fr: 'COPIL JAP – rédaction',
      ja: '日本側推進委員会起草担当',
      en: 'Japanese steering committee – drafting',
    },
    role: 'drafter',
    side: 'jap',
    organisation: 'copil-jap',
    workshop: null,
    language: 'ja',
    zone: TOKYO,
  },
  {
    login: 'demo-jap-french',
    name: '日本側フランス語担当／Relecture du français COPIL JAP',
    title: {
      fr: 'COPIL JAP – relecture du français',
      ja: '日本側推進委員会フランス語担当',
      en: 'Japanese steering committee – French text',
    },
    role: 'drafter',
    side: 'jap',
    organisation: 'copil-jap',
    workshop: null,
    language: 'ja',
    zone: PARIS,
  },
  {
    login: 'demo-fra-chair',
    name: 'Présidence COPIL FRA／フランス側委員長',
    title: {
      fr: 'COPIL FRA – présidence',
      ja: 'フランス側推進委員会委員長',
      en: 'French steering committee – chair',
    },
    role: 'chair',
    side: 'fra',
    organisation: 'cannes',
    workshop: null,
    language: 'fr',
    zone: PARIS,
  },
  {
    login: 'demo-fra-drafting',
    name: 'Rédaction COPIL FRA／フランス側起草担当',
    title: {
      fr: 'COPIL FRA – rédaction',
      ja: 'フランス側推進委員会起草担当',
      en: 'French steering committee – drafting',
    },
    role: 'drafter',
    side: 'fra',
    organisation: 'cuf',
    workshop: null,
    language: 'fr',
    zone: PARIS,
  },
  {
    login: 'demo-fra-tokyo',
    name: 'COPIL FRA à Tokyo／フランス側東京駐在',
    title: {
      fr: 'COPIL FRA – rédaction, ambassade de France au Japon',
      ja: 'フランス側推進委員会起草担当（在日フランス大使館）',
      en: 'French steering committee – drafting, embassy of France in Japan',
    },
    role: 'drafter',
    side: 'fra',
    organisation: 'embassy-france',
    workshop: null,
    language: 'fr',
    zone: TOKYO,
  },
  {
    login: 'demo-fra-workshop-1',
    name: 'Chef d’atelier 1 (FR)／第1分科会座長（仏）',
    title: {
      fr: 'Atelier 1 – chef d’atelier, partie française',
      ja: '第1分科会座長（フランス側）',
      en: 'Workshop 1 – lead, French side',
    },
    role: 'lead',
    side: 'fra',
    organisation: 'aix-en-provence',
    workshop: 1,
    language: 'fr',
    zone: PARIS,
  },
  {
    login: 'demo-jap-workshop-1',
    name: '第1分科会座長（日）／Chef d’atelier 1 (JP)',
    title: {
      fr: 'Atelier 1 – chef d’atelier, partie japonaise',
      ja: '第1分科会座長（日本側）',
      en: 'Workshop 1 – lead, Japanese side',
    },
    role: 'lead',
    side: 'jap',
    organisation: 'copil-jap',
    workshop: 1,
    language: 'ja',
    zone: TOKYO,
  },
  {
    login: 'demo-fra-review',
    name: 'Relecture COPIL FRA／フランス側校閲',
    title: {
      fr: 'COPIL FRA – relecture',
      ja: 'フランス側推進委員会校閲担当',
      en: 'French steering committee – review',
    },
    role: 'reviewer',
    side: 'fra',
    organisation: 'clair-paris',
    workshop: null,
    language: 'fr',
    zone: PARIS,
  },
  {
    login: 'demo-jap-review',
    name: '日本側校閲／Relecture COPIL JAP',
    title: {
      fr: 'COPIL JAP – relecture',
      ja: '日本側推進委員会校閲担当',
      en: 'Japanese steering committee – review',
    },
    role: 'reviewer',
    side: 'jap',
    organisation: 'copil-jap',
    workshop: null,
    language: 'ja',
    zone: TOKYO,
  },
  {
    login: 'demo-observer',
    name: 'COPIL large／拡大推進委員会',
    title: {
      fr: 'COPIL large – collectivité intéressée',
      ja: '拡大推進委員会（関心を有する自治体）',
      en: 'Enlarged steering committee – interested local government',
    },
    role: 'observer',
    side: null,
    organisation: 'copil-large',
    workshop: null,
    language: 'fr',
    zone: PARIS,
  },
]
