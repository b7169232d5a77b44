/**
 * All the tests: `npm test`. With `unit` or `e2e`, only these; what follows goes to the runner
 * (`npm test -- e2e test/e2e/story.spec.ts`).
 */
import { spawnSync } from 'node:child_process'
import { provideBrowser } from './support/browser.ts'

const [first, ...rest] = process.argv.slice(2)
const only = first === 'unit' || first === 'e2e' ? first : undefined

if (only !== 'e2e') run('vitest', ['run', ...(only ? rest : [])])
if (only !== 'unit') {
  const browser = provideBrowser()
  run('vite', ['build', '--configLoader', 'runner', '--logLevel', 'warn'])
  run('playwright', ['test', ...(only ? rest : [])], { CHROMIUM_PATH: browser })
}

/** Ends the whole run with the command's status when it fails. */
function run(command: string, args: readonly string[], environment: Record<string, string> = {}): void {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
