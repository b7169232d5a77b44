/**
 * `npm run bench -- <name> [options]` runs bench/<name>/main.ts. What a benchmark compares us with is
 * installed under bench/ on first use and is no dependency of the application.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

type Benchmark = { main(args: readonly string[]): Promise<void> }

const here = import.meta.dirname
const names = readdirSync(here).filter(name => existsSync(join(here, name, 'main.ts')))
const [name = '', ...args] = process.argv.slice(2)
if (!names.includes(name)) {
  console.error(`Which benchmark? ${names.join(', ')}`)
  process.exit(1)
}
if (!existsSync(join(here, 'node_modules')))
  // The y-websocket server asks for a prerelease of Yjs 14 that its peers' ranges do not admit.
  execFileSync('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
  })
const { main } = (await import(`./${name}/main.ts`)) as Benchmark
await main(args)
