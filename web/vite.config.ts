import { defineConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { shapes } from './build/shapes.ts'

/** The page: `/v1` answers, this shows them. It is built into `dist/web`, which the server serves as it lies there. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [shapes(), compressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // What is small goes into the page of styles; scripts and fonts are files of their own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // How long the compressing takes on a busy machine is nobody's concern.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
