import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Opening } from './opening-server.ts'

/** How long a text of so many edits takes to open cold. */
export async function measureOpening(edits: number): Promise<Opening> {
  const file = join(tmpdir(), `concordance-bench-${process.pid}-${edits}`)
  execFileSync(process.execPath, [join(import.meta.dirname, 'opening-texts.ts'), String(edits), file])
  const child = fork(join(import.meta.dirname, 'opening-server.ts'), [file])
  const [opening] = (await once(child, 'message')) as [Opening]
  child.kill()
  rmSync(file)
  return opening
}

export function openingTable(
  openings: readonly { readonly edits: number; readonly opening: Opening }[],
): string {
  return [
    '## Opening a text with a past',
    '',
    'Until the server has read the text, its code warm. Synthetic edits: the public trace is not part of the project.',
    '',
    '| edits | from the log alone | from the compacted state | state |',
    '|---|---|---|---|',
    ...openings.map(
      ({ edits, opening }) =>
        `| ${edits.toLocaleString('en')} | ${opening.fromLog === null ? '–' : `${opening.fromLog.toFixed(0)} ms`} | ${opening.fromState.toFixed(0)} ms | ${(opening.stateBytes / 1000).toFixed(0)} KB |`,
    ),
    '',
  ].join('\n')
}
