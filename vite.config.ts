/** Builds the pages into dist/client; in development the server runs Vite itself, on its own port. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { BUILT_PAGES, hashSources, stampBuild } from './server/client-build.ts'

const project = fileURLToPath(new URL('.', import.meta.url))

/** Leaves word of what the pages were built from, for the next start. */
function stamp(): Plugin {
  let directory = BUILT_PAGES
  let sources = ''
  let failed = false
  return {
    name: 'stamp-build',
    apply: 'build',
    configResolved: config => {
      directory = resolve(project, config.build.outDir)
    },
    // Before anything is read: what changes during the build counts as changed.
    buildStart: () => {
      sources = hashSources(project)
    },
    buildEnd: error => {
      failed = error !== undefined
    },
    closeBundle: () => {
      if (!failed) stampBuild(directory, sources)
    },
  }
}

export default defineConfig({
  root: project,
  plugins: [react(), stamp()],
  // One copy each: two of them break instance checks of documents and schemas.
  resolve: {
    dedupe: ['yjs', 'lib0', '@tiptap/core', '@tiptap/pm', 'prosemirror-model', 'react', 'react-dom'],
  },
  build: {
    outDir: BUILT_PAGES,
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and pictures stay files: the policy of the pages allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})
