/**
 * The built pages, and whether they are those of the sources. A build carries a stamp of what it was made
 * from, so that starting builds only when something has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the pages are built, relative to the project. */
export const BUILT_PAGES = 'dist/client'
/** In the directory of a build. */
const STAMP = '.built-from'
/** Files and directories that the pages are made of. */
const SOURCES = ['client', 'shared', 'index.html', 'package-lock.json', 'vite.config.ts']

export function isStale(project: string): boolean {
  const built = join(project, BUILT_PAGES)
  if (!existsSync(join(built, STAMP)) || !existsSync(join(built, 'index.html'))) return true
  // Where only the built pages were brought along there is nothing to compare them with.
  if (!existsSync(join(project, 'client'))) return false
  return readFileSync(join(built, STAMP), 'utf8').trim() !== hashSources(project)
}

/** Builds beside the pages that are there, and takes their place when it is complete. */
export async function buildPages(project: string): Promise<void> {
  const built = join(project, BUILT_PAGES)
  const [incoming, old] = [`${built}.${process.pid}.new`, `${built}.${process.pid}.old`]
  const { build } = await import('vite')
  try {
    await build({ root: project, configLoader: 'runner', logLevel: 'warn', build: { outDir: incoming } })
    if (existsSync(built)) renameSync(built, old)
    renameSync(incoming, built)
  } finally {
    for (const path of [incoming, old]) rmSync(path, { recursive: true, force: true })
  }
}

/** Leaves word in the directory of a build of the sources that it was made from. */
export function stampBuild(directory: string, stamp: string): void {
  writeFileSync(join(directory, STAMP), `${stamp}\n`)
}

/** SHA-256 over names and contents: times of files tell nothing after a checkout. */
export function hashSources(project: string): string {
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
