import { defineConfig } from 'rolldown'

/** Packages that are no part of the bundle: what is native, the clients of servers, and a grammar that few dates need. */
const packages = /^(@photostructure\/sqlite|@eventstore\/db-client|pg|edtf)$/
const inside = '\0package:'

/** Loads such a package where it is used, not where the bundle begins. */
const whenUsed = {
  name: 'when-used',
  resolveId(id, from) {
    if (!packages.test(id)) return undefined
    return from?.startsWith(inside) ? { id, external: true } : inside + id
  },
  load(id) {
    if (!id.startsWith(inside)) return undefined
    return { code: `module.exports = require(${JSON.stringify(id.slice(inside.length))})`, moduleType: 'js' }
  },
}

const common = { platform: 'node', plugins: [whenUsed] }

export default defineConfig([
  /** Questions and help in one file, each module of it run when it is used. */
  {
    ...common,
    input: { start: 'dist/src/cli/start.js' },
    output: {
      dir: 'dist/bundle',
      format: 'cjs',
      cleanDir: true,
      codeSplitting: false,
      minify: true,
      entryFileNames: '[name].cjs',
    },
  },
  /** What the threads of a server run: each has a copy of its own in memory. */
  {
    platform: 'node',
    external: packages,
    input: {
      answerer: 'dist/src/http/answering/answerer.js',
      projecting: 'dist/src/http/answering/projecting.js',
    },
    output: { dir: 'dist/threads', format: 'esm', cleanDir: true, chunkFileNames: '[name]-[hash].js' },
  },
])
