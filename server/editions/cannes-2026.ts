/**
 * The 9th meeting, as far as the report of the first French steering committee (22 September 2025) says.
 * Where the report contradicts itself its words stand in `evidence`; docs/editions.md explains each choice.
 */
import type {
  CalendarEntry,
  EditionTemplate,
  FactTemplate,
  OrganisationTemplate,
  WorkshopTemplate,
} from './edition-template.ts'
import { genericPlan } from './generic-plan.ts'
import { initialGlossary } from './glossary.ts'

const HOST_ZONE = 'Europe/Paris'

const organisations: readonly OrganisationTemplate[] = [
  { key: 'cannes', side: 'fra', name: { fr: 'Ville de Cannes', ja: 'カンヌ市', en: 'City of Cannes' } },
  {
    key: 'meae',
    side: 'fra',
    name: {
      fr: 'Ministère de l’Europe et des Affaires étrangères – DCTCIV',
      ja: 'ヨーロッパ・外務省地方自治体・市民社会局（仮訳）',
      en: 'Ministry for Europe and Foreign Affairs – DCTCIV',
    },
  },
  {
    key: 'embassy-france',
    side: 'fra',
    name: { fr: 'Ambassade de France au Japon', ja: '在日フランス大使館', en: 'Embassy of France in Japan' },
  },
  {
    key: 'embassy-japan',
    side: 'fra',
    name: {
      fr: 'Ambassade du Japon en France',
      ja: '在フランス日本国大使館',
      en: 'Embassy of Japan in France',
    },
  },
  {
    key: 'clair-paris',
    side: 'fra',
    name: {
      fr: 'CLAIR Paris – Centre japonais des collectivités locales',
      ja: '自治体国際化協会パリ事務所（クレアパリ）',
      en: 'CLAIR Paris',
    },
  },
  {
    key: 'cuf',
    side: 'fra',
    name: { fr: 'Cités Unies France (CUF)', ja: 'フランス都市連合（CUF）', en: 'United Cities France (CUF)' },
  },
  { key: 'nancy', side: 'fra', name: { fr: 'Ville de Nancy', ja: 'ナンシー市', en: 'City of Nancy' } },
  {
    key: 'chartres',
    side: 'fra',
    name: { fr: 'Ville de Chartres', ja: 'シャルトル市', en: 'City of Chartres' },
  },
  { key: 'tours', side: 'fra', name: { fr: 'Ville de Tours', ja: 'トゥール市', en: 'City of Tours' } },
  {
    key: 'aix-en-provence',
    side: 'fra',
    name: { fr: 'Ville d’Aix-en-Provence', ja: 'エクサンプロヴァンス市', en: 'City of Aix-en-Provence' },
  },
  {
    key: 'copil-large',
    side: 'fra',
    name: {
      fr: 'COPIL large – collectivités françaises intéressées',
      ja: '拡大推進委員会（関心を有するフランスの地方自治体）',
      en: 'Enlarged steering committee – interested French local governments',
    },
  },
  {
    key: 'copil-jap',
    side: 'jap',
    name: {
      fr: 'COPIL japonais (composition à préciser)',
      ja: '日本側推進委員会（構成は未定）',
      en: 'Japanese steering committee (members to be named)',
    },
  },
]

export const workshopTemplates: readonly WorkshopTemplate[] = [
  {
    number: 1,
    title: {
      fr: 'Économie et emploi liés à l’attractivité territoriale',
      ja: '地域の魅力に関わる経済と雇用',
      en: 'Economy and employment linked to territorial attractiveness',
    },
    aliases: [],
    status: 'to-confirm',
  },
  {
    number: 2,
    title: {
      fr: 'Culture et loisirs liés à l’attractivité territoriale',
      ja: '地域の魅力に関わる文化と余暇',
      en: 'Culture and leisure linked to territorial attractiveness',
    },
    aliases: ['Culture et loisirs comme leviers d’attractivité'],
    status: 'to-confirm',
  },
  {
    number: 3,
    title: {
      fr: 'Gouvernance et politiques publiques pour faciliter l’attractivité territoriale',
      ja: '地域の魅力を高めるガバナンスと公共政策',
      en: 'Governance and public policies for territorial attractiveness',
    },
    aliases: [],
    status: 'to-confirm',
  },
  {
    number: 4,
    title: {
      fr: 'Innovation et recherche pour développer l’attractivité territoriale',
      ja: '地域の魅力を高めるイノベーションと研究',
      en: 'Innovation and research for territorial attractiveness',
    },
    aliases: [],
    status: 'to-confirm',
  },
]

/** The report of the first French steering committee, in which most of what is known is said. */
const REPORT = 'Compte rendu du COPIL du 22 septembre 2025'
const JOINT_COMMITTEE = { title: { fr: 'COPIL mixte franco-japonais', ja: '日仏合同推進委員会' } }

const facts: readonly FactTemplate[] = [
  {
    key: 'meeting-number',
    type: 'text',
    label: { fr: 'Rang de l’édition', ja: '開催回', en: 'Ordinal of the meeting' },
    definition: {
      fr: 'Rang des Rencontres depuis les premières, tel qu’il s’écrit devant leur nom.',
      ja: '第1回から数えた開催回。会議名の前に付す。',
    },
    source: REPORT,
    owner: JOINT_COMMITTEE,
    unit: null,
    value: { fr: '9es', ja: '第9回' },
    status: 'confirmed',
  },
  {
    key: 'meeting-dates',
    type: 'date',
    label: { fr: 'Dates des Rencontres', ja: '会期', en: 'Dates of the meeting' },
    definition: {
      fr: 'Du jour de l’accueil au jour de la clôture, ces deux jours compris, à l’heure de Cannes.',
      ja: '受付日から閉会日まで（両日を含む）。カンヌの現地時間による。',
    },
    source: `${REPORT} : « 21 au 24 octobre » ; « 21 au 24 octobre 2025 » dans un passage (sic)`,
    owner: { organisation: 'cannes' },
    unit: null,
    value: { from: '2026-10-21', to: '2026-10-24', weekday: true },
    status: 'confirmed',
  },
  {
    key: 'adoption-date',
    type: 'date',
    label: { fr: 'Date de l’adoption', ja: '採択日', en: 'Date of adoption' },
    definition: {
      fr: 'Jour de la cérémonie de clôture, au cours de laquelle la déclaration est adoptée.',
      ja: '最終宣言が採択される閉会式の日。',
    },
    source: `${REPORT} : cérémonie de clôture le samedi 24 octobre`,
    owner: JOINT_COMMITTEE,
    unit: null,
    value: { from: '2026-10-24', to: null, weekday: false },
    status: 'confirmed',
  },
  {
    key: 'host',
    type: 'name',
    label: { fr: 'Ville hôte', ja: '開催都市', en: 'Host city' },
    definition: { fr: 'Ville qui accueille les Rencontres.', ja: '本会議を開催する都市。' },
    source: REPORT,
    owner: { organisation: 'cannes' },
    unit: null,
    value: { fr: 'Cannes', ja: 'カンヌ市' },
    status: 'confirmed',
  },
  {
    key: 'venue',
    type: 'name',
    label: { fr: 'Lieu des séances', ja: '会場', en: 'Venue' },
    definition: {
      fr: 'Bâtiment où se tiennent la plénière et les ateliers.',
      ja: '全体会及び分科会の会場となる施設。',
    },
    source: REPORT,
    owner: { organisation: 'cannes' },
    unit: null,
    value: { fr: 'Palais des Festivals et des Congrès', ja: 'パレ・デ・フェスティバル・エ・デ・コングレ' },
    status: 'confirmed',
  },
  {
    key: 'theme',
    type: 'text',
    label: { fr: 'Thème général', ja: '全体テーマ', en: 'Overall theme' },
    definition: {
      fr: 'Thème des Rencontres, sans guillemets ; le texte les ajoute.',
      ja: '本会議の全体テーマ。括弧は本文側で付す。',
    },
    source: `${REPORT} : thème proposé`,
    owner: JOINT_COMMITTEE,
    unit: null,
    value: {
      fr: 'Construire l’attractivité territoriale de demain : de l’innovation à la durabilité',
      ja: '未来の地域の魅力を築く―イノベーションから持続可能性へ',
    },
    status: 'open',
  },
  {
    key: 'number-jap',
    type: 'count',
    label: {
      fr: 'Nombre de collectivités japonaises',
      ja: '日本の参加自治体数',
      en: 'Number of Japanese local governments',
    },
    definition: {
      fr: 'Collectivités territoriales japonaises représentées aux Rencontres, qu’elles y interviennent ou non.',
      ja: '本会議に代表が出席する日本の地方自治体の数（発表の有無を問わない）。',
    },
    source: '',
    owner: { organisation: 'copil-jap' },
    unit: {
      fr: { one: 'collectivité territoriale japonaise', other: 'collectivités territoriales japonaises' },
      ja: 'の地方自治体',
    },
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
    definition: {
      fr: 'Collectivités territoriales françaises représentées aux Rencontres, qu’elles y interviennent ou non.',
      ja: '本会議に代表が出席するフランスの地方自治体の数（発表の有無を問わない）。',
    },
    source: '',
    owner: { organisation: 'cuf' },
    unit: {
      fr: { one: 'collectivité territoriale française', other: 'collectivités territoriales françaises' },
      ja: 'の地方自治体',
    },
    value: null,
    status: 'open',
  },
  {
    key: 'next-host',
    type: 'name',
    label: {
      fr: 'Prochaine ville hôte (10es Rencontres, 2028, au Japon)',
      ja: '次回開催都市（第10回会議、2028年、日本）',
      en: 'Next host city (10th meeting, 2028, in Japan)',
    },
    definition: {
      fr: 'Ville japonaise qui accueillera les 10es Rencontres ; annoncée à la cérémonie de clôture.',
      ja: '第10回会議を開催する日本の都市。閉会式において発表される。',
    },
    source: '',
    owner: { side: 'jap' },
    unit: null,
    value: null,
    status: 'open',
  },
  {
    key: 'next-year',
    type: 'date',
    label: { fr: 'Année des prochaines Rencontres', ja: '次回開催年', en: 'Year of the next meeting' },
    definition: {
      fr: 'Année des 10es Rencontres : elles se tiennent tous les deux ans.',
      ja: '第10回会議の開催年（2年に1度開催）。',
    },
    source: `${REPORT} : « en 2028 au Japon »`,
    owner: { side: 'jap' },
    unit: null,
    value: { from: '2028', to: null, weekday: false },
    status: 'confirmed',
  },
]

const restrictedCommittee = {
  fr: 'COPIL restreint',
  ja: '推進委員会コアメンバー会合',
  en: 'Restricted steering committee',
}
const enlargedCommittee = { fr: 'COPIL large', ja: '拡大推進委員会', en: 'Enlarged steering committee' }
const jointCommittee = {
  fr: 'COPIL mixte franco-japonais',
  ja: '日仏合同推進委員会',
  en: 'Joint steering committee',
}

const calendar: readonly CalendarEntry[] = [
  meeting('2025-04-14', restrictedCommittee, 'confirmed'),
  meeting('2025-07-24', restrictedCommittee, 'confirmed'),
  meeting('2025-09-22', enlargedCommittee, 'confirmed'),
  meeting('2025-10', restrictedCommittee, 'to-confirm'),
  meeting('2025-11-07', jointCommittee, 'confirmed'),
  meeting('2026-02', enlargedCommittee, 'to-confirm'),
  meeting('2026-03', restrictedCommittee, 'to-confirm'),
  meeting('2026-04/2026-05', jointCommittee, 'to-confirm'),
  meeting('2026-05', restrictedCommittee, 'to-confirm'),
  meeting('2026-07', enlargedCommittee, 'to-confirm'),
  {
    kind: 'deadline',
    when: '2026-07-31',
    name: {
      fr: 'Choix des ateliers et résumés d’intervention',
      ja: '分科会の選択及び発表要旨の提出',
      en: 'Choice of workshops and abstracts of presentations',
    },
    status: 'to-confirm',
    evidence: '« au moins deux ateliers » ; « deux choix »',
  },
  {
    kind: 'deadline',
    when: '2026-08-31',
    name: {
      fr: 'Affiches et fiches de présentation bilingues',
      ja: 'ポスター及び自治体紹介資料（日仏併記）の提出',
      en: 'Posters and bilingual presentation sheets',
    },
    status: 'to-confirm',
    evidence: '',
  },
  meeting('2026-09', restrictedCommittee, 'to-confirm'),
  {
    kind: 'deadline',
    when: '2026-09-15',
    name: { fr: 'Diaporamas traduits', ja: '翻訳済み発表スライドの提出', en: 'Translated slides' },
    status: 'to-confirm',
    evidence: '',
  },
  {
    kind: 'event',
    when: '2026-10-21/2026-10-24',
    name: {
      fr: '9es Rencontres franco-japonaises de la coopération décentralisée',
      ja: '第9回日仏自治体交流会議',
      en: '9th Japan-France exchange meetings of local governments',
    },
    status: 'confirmed',
    evidence: '« 21 au 24 octobre 2025 » (sic, dans un passage)',
  },
  {
    kind: 'event',
    when: '2026-10-23',
    name: {
      fr: 'Ateliers (9 h 30 – 12 h ; 14 h 30 – 17 h)',
      ja: '分科会（9時30分～12時、14時30分～17時）',
      en: 'Workshops (9:30–12:00, 14:30–17:00)',
    },
    status: 'to-confirm',
    evidence: 'Ateliers numérotés 1, 1, 2, 3 (sic)',
  },
  {
    kind: 'event',
    when: '2026-10-24',
    name: {
      fr: 'Restitution des ateliers en plénière, puis cérémonie de clôture',
      ja: '全体会（分科会報告）及び閉会式',
      en: 'Plenary report-back of the workshops, then closing ceremony',
    },
    status: 'to-confirm',
    evidence: '',
  },
]

/** The edition without texts; its demonstration adds them. */
export const cannes2026: EditionTemplate = {
  edition: {
    number: 9,
    name: {
      fr: '9es Rencontres franco-japonaises de la coopération décentralisée',
      ja: '第9回日仏自治体交流会議',
      en: '9th Japan-France exchange meetings of local governments',
    },
    place: { fr: 'Cannes', ja: 'カンヌ市', en: 'Cannes' },
    startsOn: '2026-10-21',
    endsOn: '2026-10-24',
    zone: HOST_ZONE,
    penholder: 'jap',
    demonstration: false,
  },
  organisations,
  workshops: workshopTemplates,
  facts,
  stages: genericPlan('jap', 'Cannes 2026', {
    'first-proposal': {
      due: null,
      dueStatus: 'to-confirm',
      evidence: '« première version … proposée par le COPIL JAP »',
    },
    'first-answer': {
      due: { at: '2026-05-31T21:59:59Z', zone: HOST_ZONE },
      dueStatus: 'to-confirm',
      evidence: '« DF-31 mai »',
    },
    'second-proposal': {
      due: null,
      dueStatus: 'to-confirm',
      evidence: '« 2e version … proposée par le COPIL JAP »',
    },
    'second-answer': {
      due: { at: '2026-07-31T21:59:59Z', zone: HOST_ZONE },
      dueStatus: 'to-confirm',
      evidence: '« DF-31 juillet »',
    },
    'workshop-summaries': {
      due: { at: '2026-09-30T21:59:59Z', zone: HOST_ZONE },
      dueStatus: 'to-confirm',
      evidence: '« DF 30 septembre 2024 » (sic : année reprise de la 8e édition)',
    },
    adoption: {
      due: { at: '2026-10-24T10:00:00Z', zone: HOST_ZONE },
      dueStatus: 'to-confirm',
      evidence: 'Cérémonie de clôture le samedi 24 octobre, à la mi-journée',
    },
  }),
  calendar,
  glossary: initialGlossary,
}

function meeting(when: string, name: CalendarEntry['name'], status: CalendarEntry['status']): CalendarEntry {
  return { kind: 'meeting', when, name, status, evidence: '' }
}
