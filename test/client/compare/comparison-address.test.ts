import { describe, expect, test } from 'vitest'
import {
  chainAround,
  columnsAddress,
  lastVersions,
  readColumnsAddress,
} from '../../../client/features/compare/columns/columns-address.ts'
import {
  type ComparisonAddress,
  compareLink,
  comparisonAddress,
  readComparisonAddress,
} from '../../../client/features/compare/comparison-address.ts'
import { NO_FILTERS } from '../../../client/features/compare/comparison-filters.ts'
import type { TextView } from '../../../shared/protocol/views.ts'

const queryOf = (address: string) => new URL(address, 'https://room.example').searchParams
const read = (query: string) => readComparisonAddress(new URLSearchParams(query))
const PLAIN: ComparisonAddress = {
  from: 'version:1',
  to: 'draft:2',
  layout: 'redline',
  languages: 'both',
  swapped: [],
  filters: NO_FILTERS,
}

describe('the address of a comparison', () => {
  test('[C4] says everything that is on the screen, and reads back as it was written', () => {
    const full: ComparisonAddress = {
      from: 'version:1',
      to: 'state:draft-2@2026-05-29T14:45:00.000Z',
      layout: 'table',
      languages: 'ja',
      swapped: ['fr', 'ja'],
      filters: {
        kinds: ['inserted', 'moved'],
        weight: 'substance',
        changedIn: 'fr',
        alarmsOnly: true,
        unseenOnly: true,
        section: '-unit & co',
      },
    }
    const address = comparisonAddress(full)
    expect(address).toBe(
      '/compare?from=version:1&to=state:draft-2@2026-05-29T14:45:00.000Z&view=table&lang=ja&swap=fr,ja&kinds=inserted,moved&show=substance&in=fr&only=alarms,unseen&section=-unit%20%26%20co',
    )
    expect(readComparisonAddress(queryOf(address))).toEqual(full)
  })

  test('[C4] leaves out what stands at its default', () => {
    expect(comparisonAddress(PLAIN)).toBe('/compare?from=version:1&to=draft:2')
    expect(compareLink('version:1', 'draft:2')).toBe(comparisonAddress(PLAIN))
    expect(read('from=version:1&to=draft:2')).toEqual(PLAIN)
  })

  test('[C1] names versions, drafts and states of a draft, and nothing else', () => {
    for (const ref of [
      '',
      'version:',
      'text:1',
      'version:1,version:2',
      `draft:${'x'.repeat(161)}`,
      '../version:1',
    ])
      expect(read(`from=${ref}&to=version:1`), ref).toBeUndefined()
  })

  test('[C4] what it asks in vain is left out; the table’s old name still opens it', () => {
    expect(read('from=version:1&to=draft:2&view=x&lang=en&swap=en&kinds=x,moved&show=y&in=z&only=w')).toEqual(
      {
        ...PLAIN,
        filters: { ...NO_FILTERS, kinds: ['moved'] },
      },
    )
    expect(read('from=version:1&to=draft:2&view=columns')?.layout).toBe('table')
  })
})

describe('the address of successive versions', () => {
  const versions = ['a', 'b', 'c', 'd'].map(id => ({ id })) as unknown as TextView['versions']
  const states = ['version:a', 'version:b', 'version:c', 'version:d', 'draft:1']

  test('[C4] is a chain of two states or more and reads back as it was written', () => {
    const address = { refs: ['version:a', 'draft:1'], languages: 'fr' } as const
    expect(columnsAddress(address)).toBe('/compare/columns?refs=version:a,draft:1&lang=fr')
    expect(readColumnsAddress(queryOf(columnsAddress(address)))).toEqual(address)
    expect(readColumnsAddress(new URLSearchParams('refs=version:a'))).toBeUndefined()
    expect(readColumnsAddress(new URLSearchParams('refs=version:a,version:a'))).toBeUndefined()
    expect(readColumnsAddress(new URLSearchParams('refs=version:a,x,version:b'))?.refs).toHaveLength(2)
  })

  test('[C4] begins with the last three versions, or with what is compared and what lies between', () => {
    expect(lastVersions({ versions })).toEqual(['version:b', 'version:c', 'version:d'])
    expect(lastVersions({ versions: versions.slice(0, 1) })).toBeUndefined()
    expect(chainAround(states, 'version:b', 'version:c')).toEqual(['version:a', 'version:b', 'version:c'])
    expect(chainAround(states, 'draft:1', 'version:c')).toEqual(['version:c', 'version:d', 'draft:1'])
    expect(chainAround(states, 'version:a', 'version:b')).toEqual(['version:a', 'version:b'])
    expect(chainAround(states, 'state:x@1', 'version:b')).toEqual(['state:x@1', 'version:b'])
  })
})
