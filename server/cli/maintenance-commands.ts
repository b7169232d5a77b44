/** Copies of the database, and whether everything in it holds. */
import { existsSync, readFileSync } from 'node:fs'
import { parseRecord, type RecordFile } from '../../shared/model/act-chain.ts'
import { backUp, MaintenanceRefused, restore } from '../maintenance/backup.ts'
import { verify } from '../maintenance/verify.ts'
import { databaseFile } from '../store/data-directory.ts'
import { openReadOnly } from '../store/database.ts'
import { assertUpToDate } from '../store/migrations/migrator.ts'
import type { Command, Invocation } from './command.ts'

export const MAINTENANCE_COMMANDS: readonly Command[] = [
  {
    name: 'backup',
    usage: 'backup FILE',
    meaning: 'Writes everything into one file, while the room stays open.',
    options: {},
    operands: ['a file to write'],
    needsDatabase: true,
    run: runBackup,
  },
  {
    name: 'restore',
    usage: 'restore FILE',
    meaning: 'Puts a backup in the place of the database, which is set aside. The room must be stopped.',
    options: {},
    operands: ['a backup'],
    needsDatabase: false,
    run: runRestore,
  },
  {
    name: 'verify',
    usage: 'verify [FILE] [--record RECORD]',
    meaning:
      'Rebuilds every text and recomputes every hash, of the room or of a backup, and names what is wrong. With a record of acts that somebody exported, also that every act of it is still there.',
    options: { record: { type: 'string' } },
    operands: ['a backup'],
    optional: true,
    needsDatabase: false,
    run: runVerify,
  },
]

async function runBackup({ data, operands: [file = ''] }: Invocation): Promise<number> {
  backUp(data, file)
  console.log(`Written: ${file}. Check it with: npm run cli -- verify ${file}`)
  return 0
}

async function runRestore({ data, operands: [file = ''] }: Invocation): Promise<number> {
  const { setAside } = await restore(data, file, new Date().toISOString())
  console.log(`Restored from ${file}. Everybody signs in again, and open links were withdrawn.`)
  if (setAside) console.log(`The database that was there is kept as ${setAside}.`)
  return 0
}

async function runVerify({ data, values, operands: [backup] }: Invocation): Promise<number> {
  const file = backup ?? databaseFile(data)
  if (!existsSync(file)) throw new MaintenanceRefused(`There is no file ${file}.`)
  const record = typeof values.record === 'string' ? readRecordFile(values.record) : null
  const db = openReadOnly(file)
  try {
    await assertUpToDate(db)
    const { checked, findings } = await verify(db, record)
    console.log(`Looked at ${checked.versions} versions, ${checked.drafts} drafts and ${checked.acts} acts.`)
    for (const finding of findings) console.error(`- ${finding}`)
    console.log(
      findings.length
        ? `${findings.length} things are wrong.`
        : 'Every text can be rebuilt and every hash holds.',
    )
    return findings.length ? 1 : 0
  } finally {
    await db.destroy()
  }
}

function readRecordFile(file: string): RecordFile {
  if (!existsSync(file)) throw new MaintenanceRefused(`There is no file ${file}.`)
  const record = parseRecord(readFileSync(file, 'utf8'))
  if (!record) throw new MaintenanceRefused(`${file} is no record of acts.`)
  return record
}
