import { join } from 'node:path'
import { createRequire } from 'node:module'
import { build, type Plugin } from 'rolldown'
import { packagePath } from '../../../src/package/package-path.ts'
import { refuseOldBuild } from './published.ts'

const child = packagePath('test', 'readmodel', 'postgres', 'child.mjs')
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
 * The process that tests of the read model start and kill, in a few files: it is started some fifty times in a run,
 * and reads a thousand files each time where it is not bundled.
 */
export const bundledChild = async (folder: string): Promise<{ told: string }> => {
  refuseOldBuild()
  await build({
    input: { child },
    platform: 'node',
    logLevel: 'silent',
    plugins: [packagesInPlace, rootAsCompiled],
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  })
  return { told: join(folder, 'child.mjs') }
}
