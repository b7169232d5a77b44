/** Builds the pages into dist/client; in development the server runs Vite itself, on its own port. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { BUILT_PAGES, stampBuild } from './server/client-build.ts'

const project = fileURLToPath(new URL('.', import.meta.url))

/** Leaves word of what the pages were built from, for the next start. */
function stamp(): Plugin {
  let building = false
  return {
    name: 'stamp-build',
    apply: 'build',
    buildEnd: error => {
      building = error === undefined
    },
    closeBundle: () => {
      if (building) stampBuild(project)
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
