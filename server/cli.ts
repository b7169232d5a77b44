/** The command line: `npm run cli -- help`. Runs beside the open room, except for `restore`. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CHECK_COMMAND } from './cli/check-command.ts'
import { type Command, UsageFault } from './cli/command.ts'
import { MAINTENANCE_COMMANDS } from './cli/maintenance-commands.ts'
import { PEOPLE_COMMANDS } from './cli/people-commands.ts'
import { readEnvironment } from './environment.ts'
import { MaintenanceRefused } from './maintenance/backup.ts'
import { DataDirectoryInUse, databaseFile } from './store/data-directory.ts'
import { DatabaseTooNew, DatabaseTooOld } from './store/migrations/migrator.ts'
import { UnusableSetting } from './unusable-setting.ts'

const COMMANDS: readonly Command[] = [...PEOPLE_COMMANDS, ...MAINTENANCE_COMMANDS, CHECK_COMMAND]

const HELP = `Concordance, command line

  npm run cli -- <command> [options]

${COMMANDS.map(({ usage, meaning }) => `  ${usage}\n      ${meaning}`).join('\n')}
  help
      This text.

Every command takes --data DIRECTORY (otherwise CONCORDANCE_DATA, otherwise ./data).
Links are made for the first address in CONCORDANCE_ORIGIN, otherwise for this machine and PORT.
Exit status: 0 done, 1 refused or something is wrong, 2 the command was not understood.`

process.exitCode = await run(process.argv.slice(2))

/** Returns the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = argv
  if (['help', '--help', '-h'].includes(name)) {
    console.log(HELP)
    return 0
  }
  const command = COMMANDS.find(each => each.name === name)
  try {
    if (!command) throw new UsageFault(`There is no command ${name}.`)
    return await runCommand(command, rest)
  } catch (error) {
    if (error instanceof UsageFault || isParseFault(error)) {
      console.error(`${error.message}\n\n${command ? `  ${command.usage}` : HELP}`)
      return 2
    }
    if (!isExpected(error)) throw error
    console.error(error.message)
    return 1
  }
}

async function runCommand(command: Command, argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { data: { type: 'string' }, ...command.options },
  })
  const fewest = command.optional ? 0 : command.operands.length
  if (positionals.length < fewest || positionals.length > command.operands.length)
    throw new UsageFault(
      command.operands.length ? `It needs: ${command.operands.join(', ')}.` : 'It takes no operands.',
    )
  const environment = readEnvironment(process.env)
  const data = typeof values.data === 'string' ? values.data : environment.data
  if (command.needsDatabase && !existsSync(databaseFile(data)))
    throw new MaintenanceRefused(
      `There is no room in ${data}. Start it once with npm start, or name its --data.`,
    )
  const origin = environment.origins[0] ?? `http://localhost:${environment.port}`
  return command.run({ data, origin, values, operands: positionals })
}

function isParseFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof MaintenanceRefused ||
    error instanceof DataDirectoryInUse ||
    error instanceof DatabaseTooNew ||
    error instanceof DatabaseTooOld ||
    error instanceof UnusableSetting
  )
}
