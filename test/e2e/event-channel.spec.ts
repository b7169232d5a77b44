/** The event channel in real browsers: what is counted is what the tabs of one person take from it. */
import type { Page } from '@playwright/test'
import type { EditionView } from '../../shared/protocol/views.ts'
import { openLine } from './cuttable-line.ts'
import { expect, test } from './fixtures.ts'

/** Keeps what the leading tab passes on to this one: the subjects of facts, and how often all was to be asked anew. */
async function countHere(tab: Page): Promise<void> {
  await tab.addInitScript(() => {
    const heard = { facts: [] as string[], again: 0 }
    Object.assign(window, { heard })
    const channel = new BroadcastChannel('concordance:events')
    channel.onmessage = ({ data }: MessageEvent<{ id?: string; data?: string; again?: string }>) => {
      if (data.again) heard.again++
      if (data.data?.includes('"facts"')) heard.facts.push(data.id!)
    }
  })
}

const heardBy = (tab: Page) =>
  tab.evaluate(() => (window as unknown as { heard: { facts: string[]; again: number } }).heard)

/** The organiser changes a fact so many times, one after the other. */
async function changeFact(organiser: Page, times: number): Promise<void> {
  const origin = new URL(organiser.url()).origin
  const { facts } = (await (await organiser.request.get('/api/edition')).json()) as EditionView
  for (let n = 0; n < times; n++) {
    const value = { fr: String(n), ja: String(n) }
    const answer = await organiser.request.put(`/api/facts/${facts[0]!.id}`, {
      headers: { origin },
      data: { value, status: 'open' },
    })
    expect(answer.status()).toBe(200)
  }
}

test('[T4] a network that is cut in the middle loses no event and brings none twice', async ({
  actors,
  room,
}) => {
  const line = await openLine(room.address)
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  const leading = await actors.enter('chair', 'fra', { language: 'fr' })
  await leading.goto(`${line.address}/`)
  await expect(leading.getByRole('heading', { level: 1 })).toBeVisible()
  const counting = await leading.context().newPage()
  await countHere(counting)
  await counting.goto(`${line.address}/facts`)
  await expect(counting.getByRole('heading', { level: 1 })).toBeVisible()

  await changeFact(organiser, 4)
  await expect.poll(async () => (await heardBy(counting)).facts.length).toBe(4)
  line.cut()
  await changeFact(organiser, 7)
  await expect(counting.getByText('Pas de liaison avec le serveur')).toBeVisible()
  line.mend()
  await changeFact(organiser, 3)
  await expect.poll(async () => (await heardBy(counting)).facts.length).toBe(14)
  // One more, so that a double of the last would have come before it.
  await changeFact(organiser, 1)
  await expect.poll(async () => (await heardBy(counting)).facts.length).toBe(15)
  const { facts, again } = await heardBy(counting)
  expect({ different: new Set(facts).size, again }).toEqual({ different: 15, again: 0 })
  line.close()
})

test('[T4] a tab that takes over hears what was said when nobody listened', async ({ actors, room }) => {
  const line = await openLine(room.address)
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  const leading = await actors.enter('chair', 'fra', { language: 'fr' })
  await leading.goto(`${line.address}/`)
  await expect(leading.getByRole('heading', { level: 1 })).toBeVisible()
  // The next in turn, and one that counts what both of them pass on.
  const next = await leading.context().newPage()
  await next.goto(`${line.address}/plan`)
  await expect(next.getByRole('heading', { level: 1 })).toBeVisible()
  const counting = await leading.context().newPage()
  await countHere(counting)
  await counting.goto(`${line.address}/facts`)
  await expect(counting.getByRole('heading', { level: 1 })).toBeVisible()

  await changeFact(organiser, 2)
  await expect.poll(async () => (await heardBy(counting)).facts.length).toBe(2)
  line.cut()
  await leading.close()
  await changeFact(organiser, 5)
  line.mend()
  await expect.poll(async () => new Set((await heardBy(counting)).facts).size).toBe(7)
  await changeFact(organiser, 1)
  await expect.poll(async () => new Set((await heardBy(counting)).facts).size).toBe(8)
  expect((await heardBy(counting)).again).toBe(0)
  line.close()
})

test('[T4] after a restart of the server everything is asked anew', async ({ actors, room }) => {
  const leading = await actors.enter('chair', 'fra', { language: 'fr' })
  await expect(leading.getByRole('heading', { level: 1 })).toBeVisible()
  const counting = await leading.context().newPage()
  await countHere(counting)
  await counting.goto('/facts')
  await expect(counting.getByRole('heading', { level: 1 })).toBeVisible()
  await room.stop()
  await room.start()
  await expect.poll(async () => (await heardBy(counting)).again).toBe(1)
})
