/**
 * The one process: reads the environment, opens database, log and port, prints the address. Nothing else
 * does. `--demo` opens the demonstration, `--dev` serves the sources with hot reloading.
 */

import { readEnvironment } from './environment.ts'
import { consoleLog } from './log.ts'
import { NotADemonstration } from './seed/provide-demonstration.ts'
import { startRoom } from './start-room.ts'
import { DataDirectoryInUse } from './store/data-directory.ts'
import { DatabaseTooNew } from './store/migrations/migrator.ts'
import { UnusableSetting } from './unusable-setting.ts'

const demonstration = process.argv.includes('--demo')
const development = process.argv.includes('--dev')

try {
  const environment = readEnvironment(process.env, demonstration ? 'data-demo' : 'data')
  const room = await startRoom(environment, { demonstration, development, log: consoleLog })

  let stopping = false
  const stop = async (signal: string) => {
    // A second signal, from someone who does not want to wait, ends the process at once.
    if (stopping) process.exit(1)
    stopping = true
    consoleLog.info(`${signal}: storing what has been received, then stopping.`)
    try {
      await room.stop()
      process.exit(0)
    } catch (error) {
      consoleLog.fault('stopping', error)
      process.exit(1)
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  // One request or room that fails must not take the others with it.
  process.on('unhandledRejection', cause => consoleLog.fault('a promise nobody waited for', cause))
} catch (error) {
  if (!isExpected(error)) throw error
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
}

function isExpected(error: unknown): error is Error {
  const portTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (portTaken)
    error.message =
      'The port is taken by another program. Name another one, for instance PORT=4001 npm start.'
  return (
    portTaken ||
    error instanceof UnusableSetting ||
    error instanceof DataDirectoryInUse ||
    error instanceof DatabaseTooNew ||
    error instanceof NotADemonstration
  )
}
