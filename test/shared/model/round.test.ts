import { expect, test } from 'vitest'
import type { VersionId } from '../../../shared/model/ids.ts'
import { answersAmong } from '../../../shared/model/round.ts'

const version = (id: string, side: 'fra' | 'jap' | null, base: string | null, decided?: string) => ({
  id: id as VersionId,
  origin: id === 'previous' ? ('import' as const) : ('transmission' as const),
  side,
  base: base as VersionId | null,
  decisions: decided === undefined ? null : { answer: decided as VersionId },
})

test('[C6] an answer is what one side makes of a version of the other', () => {
  const versions = [
    version('previous', null, null),
    version('V1', 'jap', 'previous'),
    version('V1-FRA', 'fra', 'V1'),
    version('V2', 'jap', 'V1', 'V1-FRA'),
    version('V2-FRA', 'fra', 'V2'),
    version('V3', null, 'V2-FRA'),
  ]
  expect(answersAmong(versions).map(({ id }) => id)).toEqual(['V1-FRA', 'V2-FRA'])
})

test('[C6] so is one that continues its own side’s text, once the other side has decided on it', () => {
  const versions = [
    version('V1', 'jap', null),
    version('own', 'fra', 'before'),
    version('V2', 'jap', 'V1', 'own'),
  ]
  expect(answersAmong(versions).map(({ id }) => id)).toEqual(['own'])
  expect(answersAmong(versions.slice(0, 2))).toEqual([])
})
