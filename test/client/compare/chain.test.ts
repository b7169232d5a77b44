import { describe, expect, test } from 'vitest'
import {
  type ChainRow,
  chainRows,
  isChanged,
  placeOf,
} from '../../../client/features/compare/columns/chain.ts'
import { chainItems, chainKeys } from '../../../client/features/compare/columns/chain-items.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { type BilingualText, unitOrder } from '../../../shared/model/bilingual-text.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'
import { declaration, type Lines } from './texts.ts'

const LINES = {
  t: ['Déclaration finale', '最終宣言'],
  a: ['Nous, représentants des collectivités territoriales,', '私たち、地方自治体の代表は、'],
  b: ['Rappelant les rencontres précédentes et leur esprit,', '前回までの会議とその精神を想起し、'],
  h: ['Économie et emploi', '経済と雇用', 'heading'],
  c: ['Les entreprises locales sont au cœur de l’attractivité.', '地元企業は地域の魅力の中心である。'],
} as const satisfies Lines
const NEW = ['La culture rassemble les habitants.', '文化は住民を結び付ける。'] as const

function chain(...texts: readonly BilingualText[]): ChainRow[] {
  return chainRows(texts.slice(1).map((text, index) => compareTexts(texts[index]!, text)))
}
const without = (...units: readonly string[]): Lines =>
  Object.fromEntries(Object.entries(LINES).filter(([unit]) => !units.includes(unit)))
/** Units of each row per state: "a/a/–" was deleted by the second step. */
const printed = (rows: readonly ChainRow[]) =>
  rows.map(row => row.units.map(units => units.join('+') || '–').join('/'))

describe('units through successive versions', () => {
  test('[C4] stand in the order of the newest, what was deleted after what it followed', () => {
    const v1 = declaration(LINES)
    const answer = declaration({ ...without('a'), n: NEW })
    const v2 = declaration({ ...without('a', 'b'), n: NEW, z: ['Fait à Cannes.', 'カンヌ市にて。'] })
    expect(printed(chain(v1, answer, v2))).toEqual([
      't/t/t',
      'a/–/–',
      'b/b/–',
      'h/h/h',
      'c/c/c',
      '–/n/n',
      '–/–/z',
    ])
  })

  test('[C4] a unit that was split stands in one row with its parts, also when they are changed later', () => {
    const whole = [
      'Les entreprises locales sont au cœur. La culture rassemble tous les habitants.',
      '地元企業は中心である。文化はすべての住民を結び付ける。',
    ] as const
    const parts = {
      c: ['Les entreprises locales sont au cœur.', '地元企業は中心である。'],
      d: ['La culture rassemble tous les habitants.', '文化はすべての住民を結び付ける。'],
    } as const
    const v1 = declaration({ t: LINES.t, c: whole })
    const answer = declaration({ t: LINES.t, ...parts })
    const v2 = declaration({ t: LINES.t, ...parts, d: ['La culture rassemble les habitants.', parts.d[1]] })
    const rows = chain(v1, answer, v2)
    expect(printed(rows)).toEqual(['t/t/t', 'c/c+d/c+d'])
    expect(rows[1]!.steps[0]!.flatMap(row => row.kinds)).toContain('split')
    const back = chain(v2, answer, v1)
    expect(printed(back)).toEqual(['t/t/t', 'c+d/c+d/c'])
  })

  test('[C4] a moved unit stands at its newest place', () => {
    const { t, a, ...others } = LINES
    const moved = declaration({ t, ...others, a })
    expect(printed(chain(declaration(LINES), declaration(LINES), moved))).toEqual([
      't/t/t',
      'b/b/b',
      'h/h/h',
      'c/c/c',
      'a/a/a',
    ])
  })

  test('[C4] every unit of every version stands in exactly one row, whatever was done on the way', () => {
    const seed = Number(process.env.SEED ?? 11)
    const random = seeded(seed)
    for (let round = 0; round < 60; round++) {
      const texts = [randomText(random)]
      for (let step = 0; step < 3; step++) texts.push(revisedText(random, texts.at(-1)!))
      const rows = chain(...texts)
      const said = `seed ${seed} round ${round}`
      for (const [state, text] of texts.entries())
        expect(rows.flatMap(row => row.units[state]!).sort(), `${said} state ${state}`).toEqual(
          [...unitOrder(text)].sort(),
        )
      expect(new Set(rows.map(row => row.key)).size, said).toBe(rows.length)
      for (const row of rows) expect(placeOf(row).position, said).toBeGreaterThanOrEqual(0)
    }
  })

  test('[C4] what no step changed folds, and a heading just before a change stays in sight', () => {
    const changed = declaration({
      ...LINES,
      c: ['Les entreprises sont au cœur de l’attractivité.', LINES.c[1]],
    })
    const rows = chain(declaration(LINES), changed, changed)
    expect(rows.filter(isChanged).map(row => row.key)).toEqual(['c'])
    const items = chainItems(rows, new Set())
    expect(items.map(item => (item.type === 'fold' ? item.rows.length : item.row.key))).toEqual([3, 'h', 'c'])
    expect(chainKeys(items)).toEqual(['c'])
    expect(chainItems(rows, new Set(['fold:t']))).toHaveLength(6)
  })

  test('[C4] a row says where it stands, or where it stood', () => {
    const rows = chain(declaration(LINES), declaration(without('b')), declaration(without('b')))
    expect(rows.map(placeOf)).toEqual([
      { position: 0, gone: false },
      { position: 1, gone: false },
      { position: 2, gone: true },
      { position: 2, gone: false },
      { position: 3, gone: false },
    ])
  })
})
