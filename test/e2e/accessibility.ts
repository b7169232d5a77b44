/** What a page owes to everyone: axe finds no fault, and nothing stands beside a narrow screen. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = { run(root: Document, options: object): Promise<{ violations: Violation[] }> }
type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** WCAG 2.0 to 2.2, A and AA, one line per kind of fault. The page must not forbid scripts (`bypassCSP`). */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe })
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`,
    )
  })
}

/** Pixels by which the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
