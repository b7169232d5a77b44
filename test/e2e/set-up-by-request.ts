/** An empty room set up and peopled without the pages, for stories that begin later than that. */
import type { Browser, Page } from '@playwright/test'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import type { Role } from '../../shared/model/mandate.ts'
import type { BodyOf, ResponseOf, Route } from '../../shared/protocol/api.ts'
import type { Room } from '../support/room.ts'

const PASSWORD = 'une phrase assez longue'

/** The first organiser in a browser of their own; the edition is the one being prepared. */
export async function organiserOf(room: Room, browser: Browser, language: InterfaceLanguage): Promise<Page> {
  const token = /\/setup#(\S+)/.exec(room.output())?.[1]
  if (!token) throw new Error(`no set-up link was printed:\n${room.output()}`)
  const page = await personIn(room, browser)
  await ask(room, page, 'POST /api/setup', {
    token,
    account: {
      name: 'Secrétariat',
      login: 'secretariat',
      password: PASSWORD,
      language,
      zone: 'Europe/Paris',
    },
    edition: 'template',
  })
  return page
}

export type Invited = {
  readonly role: Role
  readonly side: Side | null
  readonly language: InterfaceLanguage
}

/** Someone invited by the organiser, in a browser of their own, signed in. */
export async function invited(room: Room, browser: Browser, organiser: Page, who: Invited): Promise<Page> {
  const name = `${who.role} ${who.side ?? ''}`.trim()
  const { link } = await ask(room, organiser, 'POST /api/invitations', {
    role: who.role,
    side: who.side,
    organisation: null,
    workshop: null,
    title: { fr: name, ja: name },
    person: null,
  })
  const page = await personIn(room, browser)
  await ask(room, page, 'POST /api/links/redeem', {
    token: new URL(link).hash.slice(1),
    account: {
      name,
      login: name.replace(' ', '-'),
      password: PASSWORD,
      language: who.language,
      zone: who.side === 'jap' ? 'Asia/Tokyo' : 'Europe/Paris',
    },
  })
  return page
}

/** Asks a route as the person of `page`; throws what was answered when it was refused. */
export async function ask<R extends Route>(
  room: Room,
  page: Page,
  route: R,
  body?: BodyOf<R>,
): Promise<ResponseOf<R>> {
  const [method = '', path = ''] = route.split(' ')
  return askAt(room, page, method, path, body)
}

/** As `ask`, for addresses with parameters. */
export async function askAt<Answer>(
  room: Room,
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await page.request.fetch(path, {
    method,
    headers: { origin: room.address },
    ...(body === undefined ? {} : { data: body }),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

async function personIn(room: Room, browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: room.address,
    viewport: { width: 1440, height: 900 },
    // For axe, whose script the pages' own policy would refuse.
    bypassCSP: true,
  })
  return context.newPage()
}
