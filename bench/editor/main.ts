/**
 * Loading and typing with a text of 100 units: `npm run bench -- editor`. Writes bench/results/editor.md.
 * Five others are present with carets that move; keys are real, sent through the browser's input pipeline.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../test/support/browser.ts'
import { serveEditorPage } from './serve-page.ts'

const KEYS = 300
const LOADS = 7
const SIZES = [100, 300]
const THREADS = 20

type Result = {
  readonly units: number
  readonly paint: number
  readonly usable: number
  readonly mount: number
  readonly key: { readonly p50: number; readonly p95: number; readonly max: number }
  readonly keyAlone: { readonly p50: number; readonly p95: number; readonly max: number }
  readonly keyAmended: { readonly p50: number; readonly p95: number; readonly max: number }
  readonly keyDiscussed: { readonly p50: number; readonly p95: number; readonly max: number }
  readonly remote: { readonly p50: number; readonly p95: number; readonly max: number }
}

export async function main(): Promise<void> {
  const served = await serveEditorPage()
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const results: Result[] = []
    for (const units of SIZES) results.push(await measure(browser, served.address, units))
    report(results, `Chromium ${browser.version()}`)
  } finally {
    await browser.close()
    await served.close()
  }
}

async function measure(browser: Browser, address: string, units: number): Promise<Result> {
  const loads: { paint: number; usable: number; mount: number }[] = []
  for (let load = 0; load < LOADS; load++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    loads.push(await loadOnce(page, address, units))
    await context.close()
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loadOnce(page, address, units)
  const keyAlone = await type(page)
  await addPeople(page)
  const key = await type(page)
  const remote = await hear(page)
  await page.close()
  const amended = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loadOnce(amended, address, units, '&amended=1')
  await addPeople(amended)
  const keyAmended = await type(amended)
  await amended.close()
  const discussed = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loadOnce(discussed, address, units, `&threads=${THREADS}`)
  await addPeople(discussed)
  const keyDiscussed = await type(discussed)
  await discussed.close()
  const median = (pick: (load: (typeof loads)[number]) => number) => quantile(loads.map(pick), 0.5)
  return {
    units,
    paint: median(load => load.paint),
    usable: median(load => load.usable),
    mount: median(load => load.mount),
    key,
    keyAlone,
    keyAmended,
    keyDiscussed,
    remote,
  }
}

/** Milliseconds from navigation to first contentful paint, and to a text in which a click puts a caret. */
async function loadOnce(page: Page, address: string, units: number, more = '') {
  await page.goto(`${address}?text=units&units=${units}${more}`)
  await page.locator('[data-side="fr"][contenteditable="true"]').waitFor()
  return page.evaluate(
    () =>
      new Promise<{ paint: number; usable: number; mount: number }>(resolve => {
        requestAnimationFrame(() =>
          setTimeout(() => {
            const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
            const { mountedAt, mountTook } = window.harness
            resolve({ paint, usable: mountedAt, mount: mountTook })
          }, 50),
        )
      }),
  )
}

/**
 * Milliseconds of the main thread's own processor time per key: script, style, layout and paint records, until
 * the frame that shows it. Processor time, so that what else the machine does is not counted.
 */
async function type(page: Page) {
  const middle = page.locator('[data-side="fr"] > [data-block]').nth(40)
  await middle.click()
  await page.keyboard.press('End')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const frame = () =>
    page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 0))))
  // What asking itself costs, to be taken off.
  const idle: number[] = []
  for (let index = 0; index < 40; index++) {
    const before = await spent()
    await frame()
    idle.push((await spent()) - before)
  }
  const asking = quantile(idle, 0.5)
  const taken: number[] = []
  for (let index = 0; index < KEYS; index++) {
    if (index % 10 === 0) await page.evaluate(() => window.movePeople?.())
    const before = await spent()
    await page.keyboard.press(index % 6 === 5 ? 'Space' : 'e')
    await frame()
    taken.push(Math.max(0, (await spent()) - before - asking))
  }
  await session.detach()
  return spread(taken.slice(20))
}

/** Milliseconds until a colleague's key is in the editor and laid out, on the receiving main thread. */
async function hear(page: Page) {
  const taken = await page.evaluate(async () => {
    const { colleague, Y } = window.harness
    const text = (colleague.getXmlFragment('ja').get(30) as InstanceType<typeof Y.XmlElement>).get(0)
    const taken: number[] = []
    for (let index = 0; index < 200; index++) {
      const start = performance.now()
      ;(text as InstanceType<typeof Y.XmlText>).insert(0, 'あ')
      void document.querySelector<HTMLElement>('[data-side="ja"]')?.offsetHeight
      taken.push(performance.now() - start)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    return taken
  })
  return spread(taken.slice(20))
}

/** Five people with carets in the paragraphs around, who move when asked. */
async function addPeople(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { doc, awareness, Y } = window.harness
    window.movePeople = () => {
      for (let person = 0; person < 5; person++) {
        const language = person % 2 ? 'fr' : 'ja'
        const block = doc.getXmlFragment(language).get(38 + person) as InstanceType<typeof Y.XmlElement>
        const text = block.toArray().find(part => part instanceof Y.XmlText) as InstanceType<typeof Y.XmlText>
        const place = Math.floor(Math.random() * Math.max(1, text?.length ?? 1))
        const at = Y.relativePositionToJSON(
          Y.createRelativePositionFromTypeIndex(text ?? block, text ? place : 0),
        )
        awareness.getStates().set(1000 + person, {
          user: { mandate: `m${person}`, name: `Mandat ${person}`, colour: person },
          cursor: { language, anchor: at, head: at },
        })
      }
      awareness.emit('change', [
        { added: [], updated: [1000, 1001, 1002, 1003, 1004], removed: [] },
        'remote',
      ])
    }
    window.movePeople()
  })
}

function spread(values: number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: Math.max(...values) }
}

function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

function report(results: readonly Result[], browserName: string): void {
  const ms = (value: number) => value.toFixed(1)
  const three = (each: Result['key']) => `${ms(each.p50)} / ${ms(each.p95)} / ${ms(each.max)}`
  const first = results[0]!
  const goal = (name: string, value: number, limit: number) =>
    `- ${name}: ${ms(value)} ms, goal ≤ ${limit} ms: ${value <= limit ? 'reached' : '**not reached**'}`
  const lines = [
    '# Editor: loading and typing',
    '',
    `Production build, ${browserName}, ${cpus().length} × ${cpus()[0]?.model.trim()}. load average ${loadavg()[0]?.toFixed(1)} at the end. Medians of ${LOADS} loads with a cold cache; ${KEYS} keys.`,
    'The page is the editor alone, from a local server: no sign-in, no WebSocket.',
    '',
    '| units | first paint | usable | of which mounting | key, alone p50 / p95 / max | key, five people present | key, and a third of the units amended | key, five people and 20 threads | a colleague’s key |',
    '|---|---|---|---|---|---|---|---|---|',
    ...results.map(
      each =>
        `| ${each.units} | ${ms(each.paint)} | ${ms(each.usable)} | ${ms(each.mount)} | ${three(each.keyAlone)} | ${three(each.key)} | ${three(each.keyAmended)} | ${three(each.keyDiscussed)} | ${three(each.remote)} |`,
    ),
    '',
    'All in milliseconds. A key is the main thread’s processor time from its event to the frame that shows it (script, style, layout, paint records); loading and a colleague’s key are by the clock.',
    '',
    goal('First paint, 100 units', first.paint, 1000),
    goal('Usable, 100 units', first.usable, 1500),
    goal('p95 per key, 100 units, five people', first.key.p95, 16),
    goal('p95 per key, 100 units, five people, a third of the units amended', first.keyAmended.p95, 16),
    goal(`p95 per key, 100 units, five people, ${THREADS} threads`, first.keyDiscussed.p95, 16),
    '',
  ]
  const file = fileURLToPath(new URL('../results/editor.md', import.meta.url))
  mkdirSync(fileURLToPath(new URL('../results/', import.meta.url)), { recursive: true })
  writeFileSync(file, lines.join('\n'))
  console.log(lines.join('\n'))
}
