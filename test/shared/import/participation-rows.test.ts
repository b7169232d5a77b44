import { describe, expect, it } from 'vitest'
import { workshopTemplates } from '../../../server/editions/cannes-2026.ts'
import { parseTable, writeTable } from '../../../shared/import/csv.ts'
import { findWorkshop } from '../../../shared/import/find-workshop.ts'
import { COLUMN_ALIASES, columnOf } from '../../../shared/import/participation-columns.ts'
import {
  judgeRows,
  type ParticipationRow,
  type RowContext,
  readParticipationTable,
} from '../../../shared/import/participation-rows.ts'
import { modelTable, participationTable } from '../../../shared/import/participation-table.ts'
import type { Organisation, Workshop } from '../../../shared/model/edition.ts'
import type { EditionId, OrganisationId, ParticipationId, WorkshopId } from '../../../shared/model/ids.ts'
import { participationCounts, slotMinutes } from '../../../shared/model/participation.ts'
import type { Participation } from '../../../shared/model/workshop.ts'

const edition = 'edition' as EditionId
const workshops: Workshop[] = workshopTemplates.map(template => ({
  ...template,
  id: `w${template.number}` as WorkshopId,
  edition,
  ...{ room: null, startsAt: null, endsAt: null },
}))
const organisation = (id: string, side: 'fra' | 'jap', fr: string, ja: string): Organisation => ({
  id: id as OrganisationId,
  edition,
  side,
  name: { fr, ja },
})
const organisations = [
  organisation('tours', 'fra', 'Ville de Tours', 'トゥール市'),
  organisation('takamatsu', 'jap', 'Takamatsu', '高松市'),
]
const participation = (parts: Partial<Participation>): Participation => ({
  id: 'p' as ParticipationId,
  ...{ fra: null, jap: null, choices: [], workshop: null, text: null, note: '' },
  ...parts,
})
const context = (participations: Participation[] = []): RowContext => ({
  workshops,
  organisations,
  participations,
})
const read = (text: string, participations: Participation[] = []) => {
  const table = readParticipationTable(parseTable(text), context(participations))!
  const judged = judgeRows(table, context(participations))
  return table.rows.map((row, index) => ({ row, ...judged[index]! }))
}
const faults = (text: string, participations: Participation[] = []) =>
  read(text, participations).map(each => each.faults.map(({ fault }) => fault))

describe('[W1] a workshop is recognised', () => {
  it.each([
    ['2', 2],
    ['２', 2],
    ['②', 2],
    ['Atelier 2', 2],
    ['ATELIER N° 2', 2],
    ['第２分科会', 2],
    ['第二分科会', 2],
    ['分科会2', 2],
    ['Workshop 2', 2],
    ['Culture et loisirs liés à l’attractivité territoriale', 2],
    ["culture et loisirs lies a l'attractivite territoriale", 2],
    ['Culture et loisirs comme leviers d’attractivité', 2],
    ['Culture et loisirs', 2],
    ['2 – Culture et loisirs', 2],
    ['地域の魅力に関わる文化と余暇', 2],
    ['第2分科会　地域の魅力に関わる文化と余暇', 2],
    ['Culture and leisure', 2],
  ])('%s', (words, number) => {
    expect(findWorkshop(words, workshops)?.number).toBe(number)
  })

  it.each([
    '7',
    '1 – Culture et loisirs',
    'Culture',
    '地域の魅力',
    'Sport et santé',
    '第10分科会',
    '2e choix',
  ])('and is not where the words say none, or two: %s', words => {
    expect(findWorkshop(words, workshops)).toBeUndefined()
  })
})

describe('[W1] the columns of a file', () => {
  it('are known by their headings in three languages, whatever their width, case and accents', () => {
    for (const [column, aliases] of Object.entries(COLUMN_ALIASES))
      for (const alias of Object.values(aliases).flat())
        expect([alias, columnOf(alias)]).toEqual([alias, column])
    expect(columnOf('  PREMIER CHOIX ')).toBe('first')
    expect(columnOf('第１希望')).toBe('first')
    expect(columnOf('Collectivite japonaise')).toBe('jap')
    expect(columnOf('Courriel')).toBeUndefined()
  })

  it('a file without a column of local governments is not one of ours', () => {
    expect(readParticipationTable(parseTable('Nom,Courriel\nX,y'), context())).toBeUndefined()
    expect(readParticipationTable(parseTable(''), context())).toBeUndefined()
  })

  it('that come twice or are unknown are shown as not understood, with their cells', () => {
    const table = readParticipationTable(
      parseTable('日本側自治体,自治体,第1希望,メール\n高松市,重複,1,a@example.org'),
      context(),
    )!
    expect(table.columns).toEqual(['jap', undefined, 'first', undefined])
    expect(table.rows[0]!.cells).toEqual(['高松市', '重複', '1', 'a@example.org'])
  })
})

describe('[W1] a row', () => {
  it('names local governments that the edition has, in either language, and those that it gets', () => {
    const [known, added] = read(
      'Collectivité française;Collectivité japonaise;Premier choix;Deuxième choix;Remarque\n' +
        'TOURS;高松市;1;第３分科会;Ensemble\nVille d’Exemple;Mihon;2;;',
    )
    expect(known).toMatchObject({
      row: {
        fra: { kind: 'known', id: 'tours' },
        jap: { kind: 'known', id: 'takamatsu' },
        first: { id: 'w1' },
        second: { id: 'w3' },
        note: 'Ensemble',
      },
      faults: [],
      notices: [],
    })
    expect(added).toMatchObject({
      row: { fra: { kind: 'new', name: { fr: 'Ville d’Exemple', ja: '' } } },
      faults: [],
      notices: ['new-organisation', 'one-language'],
    })
  })

  it('that cannot be taken over says why', () => {
    const head = 'Collectivité française,Collectivité japonaise,Forme,Choix 1,Choix 2\n'
    expect(faults(`${head}Tours,,seule,9,`)).toEqual([['workshop-unknown']])
    expect(faults(`${head}Tours,,seule,1,Atelier 1`)).toEqual([['same-workshop']])
    expect(faults(`${head}Tours,,binôme,1,`)).toEqual([['counterpart-missing']])
    expect(faults(`${head}Tours,à trouver,,1,`)).toEqual([['counterpart-missing']])
    expect(faults(`${head}Tours,未定,,1,`)).toEqual([['counterpart-missing']])
    expect(faults(`${head}Tours,-,,1,`)).toEqual([[]])
    expect(faults(`${head},,seule,1,`)).toEqual([['nobody']])
    expect(faults(`${head}Tours,,,,2`)).toEqual([['second-without-first']])
    expect(faults(`${head}Tours,,,1,\nVILLE DE TOURS,,,2,\nTours,高松市,,1,`)).toEqual([
      [],
      ['duplicate-of-row'],
      [],
    ])
    expect(faults(`${head}Nouvelle,,,1,\nnouvelle,,,2,`)).toEqual([[], ['duplicate-of-row']])
    const taken = participation({ fra: 'tours' as OrganisationId })
    expect(faults(`${head}Tours,,,1,`, [taken])).toEqual([['duplicate-of-existing']])
    expect(read(`${head}Tours,高松市,,1,`, [taken])[0]!.notices).toEqual(['takes-part-already'])
    expect(read(`${head}Tours,,,1,,de trop`)[0]!.notices).toEqual(['cells-beyond'])
  })

  it('that is mended to a new local government without a name is not ready', () => {
    const table = readParticipationTable(
      parseTable('Collectivité française,Collectivité japonaise\nTours,高松市'),
      context(),
    )!
    const rows = table.rows.map(row => ({ ...row, jap: { kind: 'new', name: { fr: ' ', ja: '' } } as const }))
    expect(judgeRows({ ...table, rows }, context())[0]!.faults).toEqual([{ fault: 'nobody', detail: '' }])
  })

  it('that is left out stands in nobody’s way', () => {
    const table = readParticipationTable(
      parseTable('Collectivité française,Choix 1\nTours,1\nTours,2'),
      context(),
    )!
    const rows: ParticipationRow[] = table.rows.map((row, index) => ({ ...row, leftOut: index === 0 }))
    expect(judgeRows({ ...table, rows }, context()).map(each => each.faults.length)).toEqual([0, 0])
  })
})

describe('[W1] participations as a file', () => {
  it('exported and read again say the same in every language', () => {
    const participations = [
      participation({
        fra: 'tours' as OrganisationId,
        jap: 'takamatsu' as OrganisationId,
        choices: ['w2', 'w1'] as WorkshopId[],
        workshop: 'w1' as WorkshopId,
        note: '=1+1 « ; »',
      }),
      participation({ jap: 'takamatsu' as OrganisationId, choices: ['w4'] as WorkshopId[] }),
    ]
    for (const language of ['fr', 'ja', 'en'] as const) {
      const file = writeTable(participationTable(participations, { workshops, organisations }, language), ';')
      const rows = read(file.replaceAll('\r\n', '\n'))
      expect(rows.map(({ faults: none }) => none)).toEqual([[], []])
      expect(rows[0]!.row).toMatchObject({
        fra: { id: 'tours' },
        jap: { id: 'takamatsu' },
        first: { id: 'w2' },
        second: { id: 'w1' },
        speaks: { id: 'w1' },
        note: '=1+1 « ; »',
      })
      expect(rows[1]!.row).toMatchObject({
        fra: { kind: 'none' },
        first: { id: 'w4' },
        second: null,
        speaks: null,
      })
    }
  })

  it('the model file is understood', () => {
    for (const language of ['fr', 'ja', 'en'] as const) {
      const rows = read(writeTable(modelTable(language), ',').replaceAll('\r\n', '\n'))
      expect(rows.map(each => each.faults)).toEqual([[], []])
      expect(rows[0]!.notices).toEqual(['new-organisation'])
    }
  })
})

describe('[W1] counts of a workshop', () => {
  const w1 = 'w1' as WorkshopId
  const participations = [
    participation({ fra: 'a' as OrganisationId, jap: 'b' as OrganisationId, choices: [w1], workshop: w1 }),
    participation({ fra: 'c' as OrganisationId, choices: ['w2' as WorkshopId, w1], workshop: w1 }),
    participation({ jap: 'd' as OrganisationId, choices: [w1] }),
  ]
  it.each([
    ['joint', 14, 14],
    ['each', 21, 21],
    ['undecided', 14, 21],
  ] as const)('with pairs %s', (pairs, least, most) => {
    expect(participationCounts(w1, participations, { interventionMinutes: 7, pairs })).toEqual({
      firstChoices: 2,
      secondChoices: 1,
      speaking: 2,
      alone: 1,
      pairs: 1,
      minutes: { least, most },
    })
  })

  it('a slot has minutes once both its ends are known', () => {
    expect(slotMinutes({ startsAt: '2031-10-23T07:30:00.000Z', endsAt: '2031-10-23T10:00:00.000Z' })).toBe(
      150,
    )
    expect(slotMinutes({ startsAt: null, endsAt: '2031-10-23T10:00:00.000Z' })).toBe(null)
  })
})
