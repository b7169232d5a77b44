/**
 * Browser tests are stories with people. `actors` brings them into a room that shows the demonstration:
 *
 *   test('…', async ({ actors }) => {
 *     const japDrafter = await actors.enter('drafter', 'jap')
 *     await japDrafter.getByRole('link', { name: … }).click()
 */
import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import type { Role } from '../../shared/model/mandate.ts'
import type { SessionView, WelcomeView } from '../../shared/protocol/views.ts'
import { openRoom, type Room } from '../support/room.ts'

export type Entrance = {
  /** Which of several people with this role and side, from 0. */
  readonly nth?: number
  readonly language?: InterfaceLanguage
  /** Where to arrive; the first page by default. */
  readonly path?: string
  readonly context?: BrowserContextOptions
}

export type Actors = {
  /** A person in a browser of their own, signed in by mandate. */
  enter(role: Role, side: Side | null, entrance?: Entrance): Promise<Page>
  /** Someone who has not signed in. */
  stranger(context?: BrowserContextOptions): Promise<Page>
}

type Fixtures = { room: Room; emptyRoom: Room; actors: Actors }

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
  room: async ({}, use) => {
    const room = await openRoom('demo')
    await use(room)
    await room.remove()
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  emptyRoom: async ({}, use) => {
    const room = await openRoom('empty')
    await use(room)
    await room.remove()
  },

  actors: async ({ browser, room }, use) => {
    const contexts: { close(): Promise<void> }[] = []
    const open = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({
        baseURL: room.address,
        viewport: { width: 1440, height: 900 },
        ...options,
      })
      contexts.push(context)
      return context.newPage()
    }
    await use({
      stranger: open,
      enter: async (role, side, { nth = 0, language, path = '/', context } = {}) => {
        const page = await open(context)
        const headers = { origin: room.address }
        const welcome = (await (await page.request.get('/api/welcome')).json()) as WelcomeView
        const candidates = welcome.demonstrationMandates.filter(
          each => each.role === role && each.side === side,
        )
        const mandate = candidates[nth]?.mandate
        if (!mandate) throw new Error(`the demonstration has no ${role} ${side} number ${nth}`)
        const answer = await page.request.post('/api/demonstration/sign-in', { headers, data: { mandate } })
        expect(answer.status()).toBe(200)
        const { person } = (await answer.json()) as SessionView
        if (language && language !== person.language)
          await page.request.put('/api/profile', {
            headers,
            data: { name: person.name, zone: person.zone, language },
          })
        await page.goto(path)
        return page
      },
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }
