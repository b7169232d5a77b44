/**
 * The built pages, and whether they are those of the sources. The build leaves a stamp of what it was made
 * from, so that starting builds only when something has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the pages are built, relative to the project. */
export const BUILT_PAGES = 'dist/client'
const STAMP = 'dist/built-from'
/** Files and directories that the pages are made of. */
const SOURCES = ['client', 'shared', 'index.html', 'package-lock.json', 'vite.config.ts']

export function isStale(project: string): boolean {
  const stamp = join(project, STAMP)
  if (!existsSync(stamp) || !existsSync(join(project, BUILT_PAGES, 'index.html'))) return true
  // Where only the built pages were brought along there is nothing to compare them with.
  if (!existsSync(join(project, 'client'))) return false
  return readFileSync(stamp, 'utf8').trim() !== hashSources(project)
}

/** To be called when a build is complete. */
export function stampBuild(project: string): void {
  writeFileSync(join(project, STAMP), `${hashSources(project)}\n`)
}

/** SHA-256 over names and contents: times of files tell nothing after a checkout. */
function hashSources(project: string): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(source => filesOf(project, source)).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(project, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesOf(project: string, path: string): string[] {
  const full = join(project, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).flatMap(name => filesOf(project, `${path}/${name}`))
}
