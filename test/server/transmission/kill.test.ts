import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hashAct, listAllActs } from '../../../server/store/acts.ts'
import { openSqlite } from '../../../server/store/database.ts'
import { readState } from '../../../server/transmission/version-state.ts'
import { FIRST_PREVIOUS } from '../../../shared/model/act-chain.ts'
import { canonicalForm, parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import { seeded } from '../../support/seeded.ts'

const PROCESS = fileURLToPath(new URL('../../support/transmitting-process.ts', import.meta.url))
const KILLS = Number(process.env.KILLS ?? 12)
const SEED = Number(process.env.SEED ?? 4301)

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concordance-kill-'))
})
afterEach(() => rm(directory, { recursive: true }))

/** Runs until some versions were made, and a random moment more; gives the versions that were answered. */
async function transmitAndKill(file: string, least: number, more: number): Promise<string[]> {
  const child = spawn('node', [PROCESS, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let answered = ''
  await new Promise<void>((resolve, reject) => {
    let killing = false
    child.stdout.on('data', (data: Buffer) => {
      answered += data
      if (killing || answered.split('\n').length <= least) return
      killing = true
      setTimeout(() => child.kill('SIGKILL'), more)
    })
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended by itself: ${signal}`)),
    )
  })
  return answered.split('\n').slice(0, -1)
}

it(`[fault 2] killed ${KILLS} times in the middle of transmissions, a version is whole or not there at all`, {
  timeout: 120_000,
}, async () => {
  const random = seeded(SEED)
  for (let kill = 0; kill < KILLS; kill++) {
    const file = join(directory, `room-${kill}.sqlite`)
    const answered = await transmitAndKill(file, 1 + random.below(3), random.below(40))
    const db = openSqlite(file)
    const about = `seed ${SEED}, kill ${kill}`
    const versions = await db.selectFrom('versions').selectAll().orderBy('number').execute()
    const drafts = await db.selectFrom('drafts').selectAll().orderBy('created_at').execute()
    const stages = await db.selectFrom('stages').selectAll().orderBy('position').execute()
    const acts = await listAllActs(db)
    await db.destroy()

    const transmitted = versions.filter(version => version.origin === 'transmission')
    const ids = transmitted.map(version => version.id)
    for (const id of answered) expect(ids, about).toContain(id)
    expect(transmitted.length - answered.length, about).toBeLessThanOrEqual(1)
    expect(
      versions.map(version => version.number),
      about,
    ).toEqual(versions.map((_, index) => index + 1))
    // A version, the end of its draft and its act stand or fall together.
    expect(
      drafts.filter(draft => draft.closed_at !== null),
      about,
    ).toHaveLength(transmitted.length)
    expect(
      acts.filter(act => act.kind === 'version-transmitted'),
      about,
    ).toHaveLength(transmitted.length)
    expect(
      stages.filter(stage => stage.opened_at && !stage.closed_at),
      about,
    ).toHaveLength(1)
    for (const version of versions) {
      expect(createHash('sha256').update(version.canonical).digest('hex'), about).toBe(version.sha256)
      const { text } = parseCanonicalForm(version.canonical)
      expect(canonicalForm(readState(version.state)), about).toBe(canonicalForm(text))
    }
    let previous = FIRST_PREVIOUS
    for (const act of acts) {
      expect([act.previousHash, act.hash], about).toEqual([previous, hashAct(act)])
      previous = act.hash
    }
  }
})
