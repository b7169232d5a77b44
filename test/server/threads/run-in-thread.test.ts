import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInThread } from '../../../server/threads/run-in-thread.ts'

/** Says which thread answered, or does what it is told. */
const MODULE = `
  const { parentPort, threadId } = require('node:worker_threads')
  parentPort.on('message', input => {
    if (input === 'break') throw new Error('broken')
    if (input === 'hang') for (;;);
    if (input === 'leave') process.exit(3)
    parentPort.postMessage({ input, threadId })
  })
`

describe('a thread beside the loop', () => {
  let directory: string
  let module: URL
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'concordance-thread-'))
    const file = join(directory, 'thread.cjs')
    await writeFile(file, MODULE)
    module = pathToFileURL(file)
  })
  afterAll(() => rm(directory, { recursive: true }))

  const ask = (input: unknown, patience = 20_000) =>
    runInThread<{ input: unknown; threadId: number }>(module, input, patience)
  const threadOf = async (input: unknown) => {
    const answer = await ask(input)
    if ('refusal' in answer) throw new Error(answer.refusal)
    expect(answer.input).toBe(input)
    return answer.threadId
  }

  it('[fault 28] is kept for the next piece, and several pieces at once have one each', async () => {
    const first = await threadOf('one')
    expect(await threadOf('two')).toBe(first)
    const both = await Promise.all([threadOf('three'), threadOf('four')])
    expect(new Set(both).size).toBe(2)
    expect(both).toContain(first)
  })

  it('[fault 28] that takes too long is given up, and another one takes the next piece', async () => {
    const before = await threadOf('before')
    expect(await ask('hang', 200)).toEqual({ refusal: 'too-large' })
    expect(await threadOf('after')).not.toBe(before)
  })

  it('[fault 30] that breaks down fails its own piece only', async () => {
    await expect(ask('break')).rejects.toThrow('broken')
    await expect(ask('leave')).rejects.toThrow('ended with 3')
    await threadOf('after')
  })
})
