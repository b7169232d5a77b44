/** Results as Markdown, with the goals and whether they were reached. */
import type { ServerName } from './dialects.ts'
import type { Result } from './measure.ts'

export type Cell = { readonly server: ServerName; readonly crowd: string; readonly result: Result | null }
export type Memory = {
  readonly connection: Readonly<Partial<Record<ServerName, number>>>
  readonly text: number
}

const NAMES: Readonly<Record<ServerName, string>> = {
  concordance: 'Concordance (stored before shown)',
  hocuspocus: 'Hocuspocus 4.7.0 (memory)',
  'y-websocket': '@y/websocket-server 0.1.5 (memory)',
  relay: 'raw relay',
  'coalescing-relay': 'raw relay that coalesces',
}

export function table(title: string, cells: readonly Cell[]): string {
  const crowds = [...new Set(cells.map(cell => cell.crowd))]
  const lines = crowds.flatMap(crowd =>
    cells
      .filter(cell => cell.crowd === crowd)
      .map(({ server, result }, i) =>
        result
          ? `| ${i === 0 ? crowd : ''} | ${NAMES[server]} | ${result.cpu.toFixed(3)} s | ${result.p50.toFixed(1)} ms | ${result.p95.toFixed(1)} ms | ${Math.round(result.perSecond)}/s | ${server === 'concordance' ? `${result.written.toFixed(2)} MB` : '–'} |`
          : `| ${i === 0 ? crowd : ''} | ${NAMES[server]} | nothing arrived | | | | |`,
      ),
  )
  return [
    `## ${title}`,
    '',
    '| crowd | server | CPU per 1,000 | p50 | p95 | arrived | written per 1,000 |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

export function goals(
  human: readonly Cell[],
  flat: readonly Cell[],
  memory: Memory,
  openings: readonly { readonly edits: number; readonly opening: { readonly fromState: number } }[],
): string {
  const of = (cells: readonly Cell[], server: ServerName, crowd: string) =>
    cells.find(cell => cell.server === server && cell.crowd === crowd)?.result
  const ratio = (cells: readonly Cell[], crowd: string, other: ServerName) => {
    const [ours, theirs] = [of(cells, 'concordance', crowd)?.cpu, of(cells, other, crowd)?.cpu]
    return ours === undefined || theirs === undefined ? undefined : ours / theirs
  }
  const goal = (what: string, value: number | undefined, bound: number, unit = '') =>
    value === undefined
      ? `| ${what} | ≤ ${bound}${unit} | not measured | – |`
      : `| ${what} | ≤ ${bound}${unit} | ${value.toFixed(2)}${unit} | ${value <= bound ? 'reached' : '**not reached**'} |`
  const times = (what: string, cells: readonly Cell[], crowd: string, other: ServerName, bound: number) =>
    goal(what, ratio(cells, crowd, other), bound, ' ×')
  return [
    '## Goals',
    '',
    '| goal | bound | measured | |',
    '|---|---|---|---|',
    times('CPU against Hocuspocus, 140 people', human, '140', 'hocuspocus', 0.5),
    times('CPU against Hocuspocus, 500 people', human, '500', 'hocuspocus', 0.3),
    ...['50', '140', '500'].map(n =>
      times(`CPU against the y-websocket server, ${n} people`, human, n, 'y-websocket', 1),
    ),
    times('CPU flat out against Hocuspocus, 140', flat, '140', 'hocuspocus', 0.4),
    times('CPU flat out against Hocuspocus, 500', flat, '500', 'hocuspocus', 0.4),
    times('CPU flat out against the coalescing relay, 140', flat, '140', 'coalescing-relay', 2.5),
    times('CPU flat out against the coalescing relay, 500', flat, '500', 'coalescing-relay', 2.5),
    goal('stored and visible, p95, 140 people', of(human, 'concordance', '140')?.p95, 25, ' ms'),
    ...['10', '50', '140', '500'].map(n =>
      goal(`written per 1,000 keystrokes, ${n} people`, of(human, 'concordance', n)?.written, 2, ' MB'),
    ),
    ...openings
      .filter(({ edits }) => edits > 100_000)
      .map(({ edits, opening }) => goal(`opening a text of ${edits} edits`, opening.fromState, 200, ' ms')),
    goal('memory per connection', memory.connection.concordance, 60, ' KB'),
    goal('memory per idle open text', memory.text, 150, ' KB'),
    '',
    `Memory per connection elsewhere: ${(['hocuspocus', 'y-websocket'] as const)
      .map(server => `${NAMES[server]} ${memory.connection[server]?.toFixed(0) ?? '–'} KB`)
      .join(', ')}.`,
    '',
  ].join('\n')
}
