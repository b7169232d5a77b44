/** Several tabs of one browser on one stream: whichever leads, each takes each event once. */
import { describe, expect, test } from 'vitest'
import type { EventStream } from '../../client/event-stream.ts'
import { type Passed, shareEvents } from '../../client/shared-events.ts'
import { EventHub } from '../../server/http/event-hub.ts'
import type { MandateId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { seeded } from '../support/seeded.ts'

const mandate = {
  id: 'm' as MandateId,
  role: 'drafter',
  side: 'fra',
  startsAt: '2031-01-01',
  endsAt: null,
} as Mandate
const reader = { person: 'p', mandates: [mandate] }

/** A browser whose lines and channel deliver only when told to. */
class Browser {
  readonly hub = new EventHub(() => '2031-01-10T09:00:00.000Z')
  readonly tabs: Tab[] = []
  /** Where the stream of the leading tab has got to; null while it is cut. */
  line: { deliveries: (() => void)[]; leave: () => void } | null = null
  stream: EventStream | null = null

  openTab(): Tab {
    const tab = new Tab(this)
    this.tabs.push(tab)
    tab.begin()
    return tab
  }

  /** The leading tab opens the stream, or opens it again. */
  connect(): void {
    const { stream } = this
    if (!stream || this.line) return
    const deliveries: (() => void)[] = [() => stream.onOpen()]
    const { missed, place, leave } = this.hub.join(
      {
        ...reader,
        session: 's',
        expiresAt: '9999',
        hear: (event, id) => deliveries.push(() => stream.onEvent(id, JSON.stringify(event))),
        close: () => this.cut(),
      },
      stream.after(),
    )
    if (missed === 'again') deliveries.push(() => stream.onAgain(place))
    else for (const { event, id } of missed) deliveries.push(() => stream.onEvent(id, JSON.stringify(event)))
    this.line = { deliveries, leave }
  }

  /** What is under way on the line is lost. */
  cut(): void {
    this.line?.leave()
    this.line = null
  }

  deliverOnLine(): boolean {
    const delivery = this.line?.deliveries.shift()
    delivery?.()
    return delivery !== undefined
  }

  /** Everything under way arrives. */
  settle(): void {
    this.connect()
    while (this.deliverOnLine() || this.tabs.some(tab => tab.deliver()));
  }
}

class Tab {
  readonly heard: string[] = []
  anew = 0
  /** How many events there had been when the tab was opened. */
  readonly since: number
  readonly #browser: Browser
  readonly #left = new AbortController()
  readonly #waiting: Passed[] = []
  readonly #channel: { postMessage(passed: Passed): void; onmessage: BroadcastChannel['onmessage'] }
  leads = false
  lead: () => void = () => {}

  constructor(browser: Browser) {
    this.#browser = browser
    this.since = browser.hub.now()
    this.#channel = {
      onmessage: null,
      postMessage: passed => {
        for (const other of browser.tabs) if (other !== this) other.#waiting.push(passed)
      },
    }
  }

  begin(): void {
    const { hub, tabs } = this.#browser
    shareEvents({
      from: hub.placeAt(hub.now(), reader),
      channel: this.#channel,
      whenLeading: lead => {
        this.lead = lead
        if (!tabs.some(tab => tab.leads)) this.takeOver()
      },
      open: stream => {
        this.#browser.stream = stream
        this.#browser.connect()
      },
      onEvent: data => this.heard.push((JSON.parse(data) as { subject: string }).subject),
      onAgain: () => this.anew++,
      onConnection: () => {},
      onRefused: () => {},
      signal: this.#left.signal,
    })
  }

  takeOver(): void {
    this.leads = true
    this.lead()
  }

  /** One message of the channel arrives. */
  deliver(): boolean {
    const passed = this.#waiting.shift()
    if (passed)
      this.#channel.onmessage?.call({} as BroadcastChannel, { data: passed } as MessageEvent<Passed>)
    return passed !== undefined
  }

  /** The tab is closed: what it had on its line is lost, the next tab takes over. */
  close(): void {
    const { tabs } = this.#browser
    tabs.splice(tabs.indexOf(this), 1)
    this.#left.abort()
    if (!this.leads) return
    this.#browser.cut()
    this.#browser.stream = null
    tabs[0]?.takeOver()
  }
}

describe('[T4] tabs that share one stream', () => {
  test('the tab that takes over goes on after what it has itself', () => {
    const browser = new Browser()
    const [first, second] = [browser.openTab(), browser.openTab()]
    browser.settle()
    browser.hub.publish({ topic: 'plan', subject: 'one' }, 'all')
    browser.settle()
    browser.hub.publish({ topic: 'plan', subject: 'lost with the first tab' }, 'all')
    first.close()
    browser.hub.publish({ topic: 'plan', subject: 'three' }, 'all')
    browser.settle()
    expect(second.heard).toEqual(['one', 'lost with the first tab', 'three'])
  })

  test('what the first tab had passed on, and is said again to the next, is taken once', () => {
    const browser = new Browser()
    const [first, second, third] = [browser.openTab(), browser.openTab(), browser.openTab()]
    browser.settle()
    browser.hub.publish({ topic: 'plan', subject: 'one' }, 'all')
    // The first tab takes it and passes it on; the others have not looked yet when it closes.
    while (browser.deliverOnLine());
    first.close()
    browser.settle()
    expect([second.heard, third.heard]).toEqual([['one'], ['one']])
  })

  test('all are told to ask anew, and go on from there', () => {
    const browser = new Browser()
    const tabs = [browser.openTab(), browser.openTab()]
    browser.settle()
    browser.cut()
    browser.hub.startAnew()
    browser.settle()
    expect(tabs.map(tab => tab.anew)).toEqual([1, 1])
    tabs[0]!.close()
    browser.hub.publish({ topic: 'plan', subject: 'after' }, 'all')
    browser.settle()
    expect(tabs[1]).toMatchObject({ anew: 1, heard: ['after'] })
  })

  for (const seed of [11, 12, 13, 14, 15, 16])
    test(`tabs open, close, are cut and lag at random, and take each event once (seed ${seed})`, () => {
      const random = seeded(seed)
      const browser = new Browser()
      const said: string[] = []
      browser.openTab()
      for (let step = 0; step < 1500; step++) {
        const act = random.below(20)
        if (act < 6) {
          said.push(`e${said.length}`)
          browser.hub.publish({ topic: 'texts', subject: said.at(-1)! }, random.pick(['fra', 'all', 'joint']))
        } else if (act < 11) browser.deliverOnLine()
        else if (act < 15) random.pick(browser.tabs).deliver()
        else if (act < 16) browser.cut()
        else if (act < 18) browser.connect()
        else if (act < 19 && browser.tabs.length < 5) browser.openTab()
        else if (browser.tabs.length > 1) random.pick(browser.tabs).close()
      }
      browser.settle()
      for (const tab of browser.tabs) {
        // A tab that came later may hear of what was said before it, from a line that was behind; never twice.
        expect(new Set(tab.heard).size).toBe(tab.heard.length)
        expect(tab.heard.filter(subject => Number(subject.slice(1)) >= tab.since)).toEqual(
          said.slice(tab.since),
        )
        expect(tab.anew).toBe(0)
      }
    })
})
