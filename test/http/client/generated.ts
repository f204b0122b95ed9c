import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packagePath } from '../../../src/package/package-path.ts'

/** The workspace has a TypeScript of its own: the generator works with version 5 alone. */
const workspace = createRequire(packagePath('test/http/client/package.json'))

interface Generator {
  readonly default: (document: object) => Promise<unknown>
  readonly astToString: (tree: unknown) => string
}

/** As much of the compiler as is used here. */
interface Compiler {
  readonly createProgram: (files: readonly string[], options: object) => { readonly emit: () => unknown }
  readonly getPreEmitDiagnostics: (program: unknown) => readonly { readonly messageText: unknown }[]
  readonly flattenDiagnosticMessageText: (text: unknown, newLine: string) => string
}

/** A folder with the types that a generator makes of a document, and a compiler for what is written against them. */
export const generatedFrom = async (document: object) => {
  const folder = await mkdtemp(join(tmpdir(), 'normtrail-client-'))
  const { default: generate, astToString } = (await import(
    pathToFileURL(workspace.resolve('openapi-typescript').replace(/\.cjs$/, '.mjs')).href
  )) as Generator
  const compiler = workspace('typescript') as Compiler
  await symlink(join(dirname(workspace.resolve('openapi-fetch/package.json')), '..'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await mkdir(join(folder, 'out'))
  await writeFile(join(folder, 'schema.d.ts'), astToString(await generate(document)))

  /** Compiles a program; gives where it was written, and what the compiler says against it. */
  const compiled = async (name: string, text: string) => {
    const file = join(folder, `${name}.ts`)
    await writeFile(file, text)
    const program = compiler.createProgram([file], {
      strict: true,
      noUncheckedIndexedAccess: true,
      target: 9,
      module: 199,
      moduleResolution: 99,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      outDir: join(folder, 'out'),
    })
    const against = compiler
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => compiler.flattenDiagnosticMessageText(messageText, ' '))
    program.emit()
    return { file: join(folder, 'out', `${name}.js`), against }
  }
  return { compiled, remove: () => rm(folder, { recursive: true, force: true }) }
}
