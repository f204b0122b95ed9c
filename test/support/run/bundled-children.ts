import { createRequire } from 'node:module'
import { build, type Plugin } from 'rolldown'
import { packagePath } from '../../../src/package/package-path.ts'
import { refuseOldBuild } from './published.ts'

/** The one that projects and asks, and the one that records. */
const input = {
  projecting: packagePath('test', 'readmodel', 'postgres', 'child.mjs'),
  recording: packagePath('test', 'durability', 'child.mjs'),
}
const { resolve } = createRequire(import.meta.url)

/** What is native, large, or seldom used stays where it is installed: beside the bundle there are no packages. */
const packagesInPlace: Plugin = {
  name: 'packages-in-place',
  resolveId: (id) =>
    /^(@photostructure\/sqlite|@eventstore\/db-client|edtf)$/.test(id)
      ? { id: resolve(id), external: true }
      : undefined,
}

/** The package is where it was compiled, not where the bundle is. */
const rootAsCompiled: Plugin = {
  name: 'root-as-compiled',
  load: (id) =>
    id.endsWith('/package/package-path.js')
      ? `import { join } from 'node:path'
         export const packagePath = (...names) => join(${JSON.stringify(packagePath())}, ...names)`
      : undefined,
}

/**
 * The processes that tests start and kill, in a few files: they are started some hundred times in a run, and read a
 * thousand files each time where they are not bundled.
 */
export const bundledChildren = async (folder: string): Promise<{ told: string }> => {
  refuseOldBuild()
  await build({
    input,
    platform: 'node',
    logLevel: 'silent',
    plugins: [packagesInPlace, rootAsCompiled],
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  })
  return { told: folder }
}
