/** An edition about which nothing is known but its name: the generic plan without dates, and no texts. */
import type { Edition } from '../../shared/model/edition.ts'
import type { EditionTemplate } from './edition-template.ts'
import { genericPlan } from './generic-plan.ts'
import { initialGlossary } from './glossary.ts'

/** `adoptedLabel` names the version that adoption will make, the place and year of the meeting for instance. */
export function emptyEdition(
  edition: Omit<Edition, 'id' | 'demonstration'>,
  adoptedLabel: string,
): EditionTemplate {
  return {
    edition: { ...edition, demonstration: false },
    organisations: [
      {
        key: 'copil-fra',
        name: { fr: 'COPIL français', ja: 'フランス側推進委員会', en: 'French steering committee' },
        side: 'fra',
      },
      {
        key: 'copil-jap',
        name: { fr: 'COPIL japonais', ja: '日本側推進委員会', en: 'Japanese steering committee' },
        side: 'jap',
      },
      {
        key: 'secretariat',
        name: { fr: 'Secrétariat', ja: '事務局', en: 'Secretariat' },
        side: null,
      },
    ],
    workshops: [],
    facts: [
      {
        key: 'number-jap',
        type: 'count',
        label: {
          fr: 'Nombre de collectivités japonaises',
          ja: '日本の参加自治体数',
          en: 'Number of Japanese local governments',
        },
        definition: { fr: '', ja: '' },
        source: '',
        owner: { side: 'jap' },
        unit: null,
        value: null,
        status: 'open',
      },
      {
        key: 'number-fra',
        type: 'count',
        label: {
          fr: 'Nombre de collectivités françaises',
          ja: 'フランスの参加自治体数',
          en: 'Number of French local governments',
        },
        definition: { fr: '', ja: '' },
        source: '',
        owner: { side: 'fra' },
        unit: null,
        value: null,
        status: 'open',
      },
      {
        key: 'next-host',
        type: 'name',
        label: { fr: 'Prochaine ville hôte', ja: '次回開催都市', en: 'Next host city' },
        definition: { fr: '', ja: '' },
        source: '',
        owner: null,
        unit: null,
        value: null,
        status: 'open',
      },
    ],
    stages: genericPlan(edition.penholder, adoptedLabel),
    calendar: [],
    glossary: initialGlossary,
  }
}
