import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { version?: string }>
}

// Two copies of one of these do not recognise each other's objects: edits vanish without an error.
test.each(['yjs', 'lib0', 'prosemirror-model', 'prosemirror-state', '@tiptap/core', '@tiptap/y-tiptap'])(
  'one copy of %s is installed',
  name => {
    const copies = Object.keys(lock.packages).filter(path => path.endsWith(`node_modules/${name}`))
    expect(copies).toEqual([`node_modules/${name}`])
  },
)

test('the binding is the version that keeps the caret right when a colleague types before it', () => {
  expect(lock.packages['node_modules/@tiptap/y-tiptap']?.version).toBe('3.0.5')
})

test('every dependency is pinned to one version', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})
