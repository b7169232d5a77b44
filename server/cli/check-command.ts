/** [S3] Checking an issued text or a record of acts, with nothing but the file. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { type CheckedFile, checkFile, type IssuedFault } from '../../shared/issue/check-file.ts'
import { MaintenanceRefused } from '../maintenance/backup.ts'
import type { Command, Invocation } from './command.ts'

export const CHECK_COMMAND: Command = {
  name: 'check',
  usage: 'check FILE',
  meaning:
    'Recomputes the hashes of an issued document, its data, a canonical form or a record of acts. Needs no database.',
  options: {},
  operands: ['a file'],
  needsDatabase: false,
  run: runCheck,
}

/** No file of ours comes near it, in bytes. */
const LARGEST = 64 * 1024 * 1024

async function runCheck({ operands: [file = ''] }: Invocation): Promise<number> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new MaintenanceRefused(`There is no file ${file}.`)
  if (statSync(file).size > LARGEST) throw new MaintenanceRefused(`${file} is too large for any of these.`)
  const { lines, faults } = inWords(await checkFile(readFileSync(file, 'utf8')))
  for (const line of lines) console.log(line)
  for (const fault of faults) console.error(`- ${fault}`)
  console.log(faults.length ? `${faults.length} things are wrong.` : 'Everything holds.')
  return faults.length ? 1 : 0
}

const FAULT_WORDS: Readonly<Record<IssuedFault, string>> = {
  hash: 'the words are not those that the hash was taken over',
  form: 'the data are not in canonical form',
  words: 'what the document prints is not what its data say',
  corrigenda: 'a corrigendum was altered, left out or put elsewhere',
}

function inWords(checked: CheckedFile): {
  readonly lines: readonly string[]
  readonly faults: readonly string[]
} {
  switch (checked.kind) {
    case 'issued': {
      const { title, label, seals, corrigenda } = checked.issued
      return {
        lines: [
          `${title.fr} / ${title.ja} (${label})`,
          `SHA-256 of the adopted text: ${checked.sha256}`,
          'Compare it with the one that both committees have published: who sealed it is said in the file, not proved by it.',
          ...seals.map(({ side, by, at }) => `Sealed for ${side}: ${by?.fr ?? '—'}, ${at}`),
          `Corrigenda: ${corrigenda.length}`,
        ],
        faults: checked.faults.map(fault => FAULT_WORDS[fault]),
      }
    }
    case 'canonical':
      return { lines: [`A text in canonical form. SHA-256: ${checked.sha256}`], faults: [] }
    case 'record':
      return {
        lines: [`A record of ${checked.acts} acts.`],
        faults: checked.faults.map(
          ({ audience, number, fault }) =>
            `chain ${audience}, act ${number}: ${fault === 'gap' ? 'does not follow the act before it' : 'was changed'}`,
        ),
      }
    case 'unknown':
      return {
        lines: [],
        faults: ['the file is no issued document, no data of one, no canonical form and no record of acts'],
      }
  }
}
