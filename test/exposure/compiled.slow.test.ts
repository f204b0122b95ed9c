import { readFileSync } from 'node:fs'
import { main } from 'assemblyscript/asc'
import { expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

/** As the formatter would have it. */
const moduleOf = (bytes: Uint8Array): string => {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,112}/g) ?? []
  return [
    '/** WebAssembly made from `assembly/` by `npm run kernel`, in base 64: not written by hand. */',
    'export const compiled =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')}\n`,
  ].join('\n')
}

const compile = async (): Promise<Uint8Array> => {
  let bytes = new Uint8Array()
  const { error, stderr } = await main(
    ['index.ts', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'kernel.wasm'],
    {
      // What it looks for and does not find is its own: it brings its library along.
      readFile: (name) => {
        try {
          return readFileSync(packagePath('assembly', name), 'utf8')
        } catch {
          return null
        }
      },
      writeFile: (_name, contents) => {
        bytes = Buffer.from(contents)
      },
      listFiles: () => [],
    },
  )
  if (error !== null) throw new Error(stderr.toString(), { cause: error })
  return bytes
}

it('the loops that are run are those that are described', async () => {
  const bytes = await compile()
  expect(bytes.length).toBeGreaterThan(1000)
  await expect(moduleOf(bytes)).toMatchFileSnapshot('../../src/exposure/kernel/compiled.ts')
})
