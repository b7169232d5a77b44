/**
 * A process that kills itself in the middle of a backup or of putting one back:
 * `node killed-at.ts backup|restore DIRECTORY FILE WHERE`. WHERE counts the calls of `node:fs` that change names or
 * wait for the disk, from 1. When there are fewer, it ends by itself.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [act, directory, file, where] = process.argv.slice(2) as [string, string, string, string]
let calls = 0
for (const name of ['copyFileSync', 'renameSync', 'fsyncSync'] as const) {
  const real = fs[name] as (...given: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      calls += 1
      if (calls === Number(where)) process.kill(process.pid, 'SIGKILL')
      return real(...given)
    },
  })
}
syncBuiltinESMExports()
// After the functions have been exchanged: the module takes them when it is loaded.
const { backUp, restore } = await import('../../server/maintenance/backup.ts')
if (act === 'backup') backUp(directory, file)
else await restore(directory, file, '2031-01-10T09:00:00.000Z')
