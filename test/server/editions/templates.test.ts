import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cannes2026 } from '../../../server/editions/cannes-2026.ts'
import { demoEdition } from '../../../server/editions/demo/demonstration.ts'
import { demoPeople } from '../../../server/editions/demo/people.ts'
import type { EditionTemplate } from '../../../server/editions/edition-template.ts'
import { emptyEdition } from '../../../server/editions/empty.ts'
import { genericPlan } from '../../../server/editions/generic-plan.ts'
import { initialGlossary, readGlossary } from '../../../server/editions/glossary.ts'
import { fitsType, renderValue } from '../../../shared/model/fact-value.ts'
import { ROLES, ROLES_WITHOUT_SIDE } from '../../../shared/model/mandate.ts'
import { frenchFaults, japaneseFaults } from './language-shape.ts'

const empty = emptyEdition(
  {
    number: 10,
    name: { fr: '10es Rencontres', ja: '第10回会議' },
    place: { fr: 'À préciser', ja: '未定' },
    startsOn: '2028-10-01',
    endsOn: '2028-10-04',
    zone: 'Asia/Tokyo',
    penholder: 'fra',
  },
  '2028',
)

const templates: readonly [string, EditionTemplate][] = [
  ['cannes2026', cannes2026],
  ['demoEdition', demoEdition],
  ['emptyEdition', empty],
]

describe.each(templates)('the template %s', (_, template) => {
  it('[R1] has a plan in order, with each key and position once', () => {
    const positions = template.stages.map(stage => stage.position)
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b))
    for (const list of [template.facts, template.organisations])
      expect(new Set(list.map(entry => entry.key)).size).toBe(list.length)
  })

  it('[R4] names the versions V1, the answer, V2, the answer, V3, and the adopted one', () => {
    const answer = template.edition.penholder === 'jap' ? 'FRA' : 'JAP'
    expect(template.stages.map(stage => stage.versionLabel).slice(0, 6)).toEqual([
      'V1',
      `V1-${answer}`,
      'V2',
      `V2-${answer}`,
      null,
      'V3',
    ])
    expect(template.stages.at(-1)?.versionLabel).toBeTruthy()
  })

  it('[R1] gives the pen to its holder, and the confirmation of the essential content to the other side', () => {
    const { penholder } = template.edition
    expect(template.stages[0]?.turn).toBe(penholder)
    const confirming = template.stages.filter(stage => stage.confirmsEssential)
    expect(confirming.map(stage => stage.turn)).toEqual([penholder === 'jap' ? 'fra' : 'jap'])
  })

  it('[D2] writes its labels with the typography of each language', () => {
    for (const label of labels(template)) {
      expect(frenchFaults(label.fr)).toEqual([])
      expect(japaneseFaults(label.ja)).toEqual([])
    }
  })

  it('[F1] has a value in both languages wherever a fact is confirmed', () => {
    for (const fact of template.facts) if (fact.status === 'confirmed') expect(fact.value).not.toBeNull()
  })

  it('[F1] gives every fact a value of its type, and an owner that the edition has', () => {
    const organisations = new Set(template.organisations.map(({ key }) => key))
    for (const { type, value, owner } of template.facts) {
      if (value) expect(fitsType(type, value)).toBe(true)
      if (owner && 'organisation' in owner) expect(organisations).toContain(owner.organisation)
    }
  })
})

describe('the edition of 2026', () => {
  it('[R7] means the end of the day in Paris, which is the next morning in Tokyo', () => {
    const due = cannes2026.stages.find(stage => stage.versionLabel === 'V1-FRA')?.due
    expect(due).toEqual({ at: '2026-05-31T21:59:59Z', zone: 'Europe/Paris' })
    const inTokyo = new Intl.DateTimeFormat('sv', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Asia/Tokyo',
    })
    expect(inTokyo.format(new Date(due!.at))).toBe('2026-06-01 06:59')
  })

  it('[R1] confirms no date that the report leaves in doubt, and keeps its words', () => {
    for (const stage of cannes2026.stages) {
      expect(stage.dueStatus).toBe('to-confirm')
      if (stage.due) expect(stage.evidence).not.toBe('')
    }
  })

  it('[R1] keeps other deadlines and meetings in order of time, as precise as they are known', () => {
    const starts = cannes2026.calendar.map(entry => entry.when)
    expect(starts).toEqual(starts.toSorted())
    for (const when of starts) expect(when).toMatch(/^\d{4}-\d{2}(-\d{2})?(\/\d{4}-\d{2}(-\d{2})?)?$/u)
  })

  it('[W1] numbers its workshops from 1 to 4', () => {
    expect(cannes2026.workshops.map(workshop => workshop.number)).toEqual([1, 2, 3, 4])
  })
})

describe('an edition with French pen', () => {
  it('[R1] turns the plan round', () => {
    expect(genericPlan('fra', 'X').map(stage => stage.turn)).toEqual([
      'fra',
      'jap',
      'fra',
      'jap',
      'leads',
      'joint',
      'joint',
    ])
  })
})

describe('the people of the demonstration', () => {
  it('[M2] cover every role, each on a side where the role needs one', () => {
    expect(new Set(demoPeople.map(person => person.role))).toEqual(new Set(ROLES))
    for (const person of demoPeople)
      if (person.side === null) expect(ROLES_WITHOUT_SIDE).toContain(person.role)
  })

  it('[M1] hold mandates of organisations and workshops that the edition has', () => {
    for (const person of demoPeople) {
      expect(demoEdition.organisations.map(({ key }) => key)).toContain(person.organisation)
      if (person.workshop !== null)
        expect(demoEdition.workshops.map(({ number }) => number)).toContain(person.workshop)
      if (person.role === 'lead') expect(person.workshop).not.toBeNull()
    }
  })

  it('[M1] have each a login and a name of their own, and time zones that exist', () => {
    expect(new Set(demoPeople.map(person => person.login)).size).toBe(demoPeople.length)
    expect(new Set(demoPeople.map(person => person.name)).size).toBe(demoPeople.length)
    for (const { zone } of demoPeople)
      expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow()
  })

  it('[D2] have titles with the typography of each language', () => {
    for (const { title } of demoPeople) {
      expect(frenchFaults(title.fr)).toEqual([])
      expect(japaneseFaults(title.ja)).toEqual([])
    }
  })
})

describe('the glossary', () => {
  it('[Q3] has 237 terms, none twice in French', () => {
    expect(initialGlossary).toHaveLength(237)
    expect(new Set(initialGlossary.map(term => term.fr)).size).toBe(237)
  })

  it('[Q3] writes French terms with French typography', () => {
    for (const term of initialGlossary) expect(frenchFaults(term.fr), term.fr).toEqual([])
  })

  it('[Q3] reads grade, domain and remark out of a note', () => {
    expect(
      readGlossary('fr\tja\ten\tnote\natelier\t分科会\tworkshop\t[A] event: never ワークショップ: no\n'),
    ).toEqual([
      {
        fr: 'atelier',
        ja: '分科会',
        en: 'workshop',
        confidence: 'attested',
        domain: 'event',
        remark: 'never ワークショップ: no',
      },
    ])
    expect(readGlossary('fr\tja\ten\tnote\nversion\t版\tversion\t[B] UI')[0]?.remark).toBe('')
  })

  it.each([
    'a\tb\n',
    'fr\tja\ten\tnote\nx\ty\tz\n',
    'fr\tja\ten\tnote\nx\ty\tz\t[D] UI\n',
    'fr\tja\ten\tnote\n\ty\tz\t[A] UI\n',
  ])('[Q3] refuses the malformed file %j', tsv => expect(() => readGlossary(tsv)).toThrow())
})

describe('the samples for import', () => {
  it.each(['fr', 'ja'] as const)(
    '[U1] say in %s what the previous declaration says, in its order',
    async language => {
      const { demoTexts } = await import('../../../server/editions/demo/demonstration.ts')
      const blocks = demoTexts.versions[0]!.text[language].map(block =>
        block.content.map(inline => (inline.type === 'text' ? inline.text : '')).join(''),
      )
      const plain = sample(`${language}.txt`)
        .trim()
        .split('\n\n')
        .map(line => line.replace(/^(?:- |・|\d+(?:\. |．))/u, ''))
      expect(plain).toEqual(blocks)
      const html = sample(`${language}.html`)
        .replace(/<title>.*<\/title>|<rp>.*?<\/rp>|<rt>.*?<\/rt>/gu, '')
        .replaceAll('&nbsp;', '\u00A0')
        .replaceAll('&#8239;', '\u202F')
      const paragraphs = [...html.matchAll(/<(h\d|p|li)>(.*?)<\/\1>/gu)].map(found =>
        found[2]!.replace(/<[^>]+>/gu, ''),
      )
      expect(paragraphs).toEqual(blocks)
    },
  )
})

function sample(name: string): string {
  return readFileSync(new URL(`../../fixtures/import/previous-declaration.${name}`, import.meta.url), 'utf8')
}

function labels(template: EditionTemplate) {
  return [
    template.edition.name,
    template.edition.place,
    ...template.organisations.map(entry => entry.name),
    ...template.workshops.map(entry => entry.title),
    ...template.facts.flatMap(entry => [
      entry.label,
      entry.definition,
      ...(entry.value ? [renderValue(entry.value, entry.unit)] : []),
      ...(entry.unit ? [renderValue({ n: 35 }, entry.unit)] : []),
    ]),
    ...template.stages.map(entry => entry.name),
    ...template.calendar.map(entry => entry.name),
  ]
}
