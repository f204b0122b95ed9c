import { builtinModules } from 'node:module'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'rolldown'

/** Packages that are no part of the bundle: what is native, the clients of servers, and a grammar that few dates need. */
const packages = /^(@photostructure\/sqlite|@eventstore\/db-client|pg|edtf)$/
/** What of the system most questions come by, and never use; or use once, at their end. */
const seldom = new Set(['child_process', 'fs/promises', 'http', 'timers/promises', 'v8', 'worker_threads', 'zlib'])
const inside = '\0package:'
const ofSystem = '\0system:'

/** Loads a part of the system when something of it is used, not where it is imported. */
const textOfSystem = async (name) => {
  const exported = Object.keys(await import(`node:${name}`)).filter((key) => key !== 'default')
  const gets = exported.map((key) => `get ${key}() { return load().${key} }`)
  return `let part; const load = () => part ??= require('node:${name}'); module.exports = { ${gets.join(', ')} }`
}

/** Loads such a package where it is used, not where the bundle begins. */
const whenUsed = {
  name: 'when-used',
  resolveId(id, from) {
    if (from?.startsWith(inside) || from?.startsWith(ofSystem)) return { id, external: true }
    if (packages.test(id)) return inside + id
    const name = id.replace(/^node:/, '')
    return builtinModules.includes(name) && seldom.has(name) ? ofSystem + name : undefined
  },
  async load(id) {
    if (id.startsWith(ofSystem)) return { code: await textOfSystem(id.slice(ofSystem.length)), moduleType: 'js' }
    if (!id.startsWith(inside)) return undefined
    return { code: `module.exports = require(${JSON.stringify(id.slice(inside.length))})`, moduleType: 'js' }
  },
}

/** What imports, serves, or lists what is recorded from: `main.ts` lets such commands come to the whole alone. */
const elsewhere =
  /\/src\/(cli\/commands\/ingest|http\/(server|openapi\/document|operation\/request-log|recording\/record-in-thread|answering\/answer-in-threads)|sources\/(index|importer\/page))\.js$/

const leftOut = {
  name: 'left-out',
  load: (id) => (elsewhere.test(id) ? { code: `throw new Error('not in the bundle')`, moduleType: 'js' } : undefined),
}

/** The shape of the read model follows from the sources, and need not be worked out by every question. */
const knownShape = {
  name: 'known-shape',
  async load(id) {
    if (!id.endsWith('/readmodel/schema-fingerprint.js')) return undefined
    const shape = await (await import(id)).shapeOfThisVersion()
    return `export const shapeOfThisVersion = async () => ${JSON.stringify(shape)}`
  },
}

/** What is loaded when it is used stays where it was compiled. */
const laterAsCompiled = {
  name: 'later-as-compiled',
  resolveId: (id, from, { kind }) =>
    kind === 'dynamic-import' ? { id: resolve(dirname(from), id), external: 'relative' } : undefined,
}

/** In ASCII alone: else the engine would keep every character of the text in two bytes. */
const asAscii = {
  name: 'as-ascii',
  generateBundle(_options, bundle) {
    const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[^\0-\x7f]/g, escaped)
  },
}

/** The program in one file, each module of it run when it is used. */
const inOneFile = (name, plugins, { cleanDir, minify }) => ({
  platform: 'node',
  plugins: [whenUsed, ...plugins, knownShape, asAscii],
  input: { [name]: 'dist/src/cli/start.js' },
  output: {
    dir: 'dist/bundle',
    format: 'cjs',
    cleanDir,
    codeSplitting: false,
    minify,
    entryFileNames: '[name].cjs',
  },
})

export default defineConfig([
  /** Questions and help alone, and the whole of it, in which a server's stacks can be read. */
  inOneFile('start', [leftOut], { cleanDir: true, minify: true }),
  inOneFile('whole', [], { cleanDir: false, minify: false }),
  /** What begins every command, in the place of what was compiled: each file more takes longer than what is in it. */
  {
    platform: 'node',
    plugins: [laterAsCompiled],
    input: { main: 'dist/src/cli/main.js' },
    output: { dir: 'dist/src/cli', format: 'esm', cleanDir: false, entryFileNames: '[name].js' },
  },
  /** What the threads of a server run: each has a copy of its own in memory. */
  {
    platform: 'node',
    external: packages,
    input: {
      answerer: 'dist/src/http/answering/answerer.js',
      projecting: 'dist/src/http/answering/projecting.js',
      following: 'dist/src/http/feed/following.js',
      recorder: 'dist/src/http/recording/recorder.js',
    },
    output: { dir: 'dist/threads', format: 'esm', cleanDir: true, chunkFileNames: '[name]-[hash].js' },
  },
])
