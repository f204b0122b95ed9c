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
  readonly getPreEmitDiagnostics: (program: unknown) => readonly {
    readonly messageText: unknown
    readonly file?: { readonly fileName: string }
  }[]
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

  /**
   * Compiles programs, all at once: what they are held against is read and checked once. Gives where each was written,
   * and what the compiler says against it; what it says against anything else is said against each.
   */
  const compiled = async <Name extends string>(texts: Readonly<Record<Name, string>>) => {
    const names = Object.keys(texts) as Name[]
    const fileOf = (name: string): string => join(folder, `${name}.ts`)
    for (const name of names) await writeFile(fileOf(name), texts[name])
    const program = compiler.createProgram(names.map(fileOf), {
      skipDefaultLibCheck: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      target: 9,
      module: 199,
      moduleResolution: 99,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      outDir: join(folder, 'out'),
    })
    const found = compiler.getPreEmitDiagnostics(program)
    program.emit()
    const saidOf = (name: Name) => {
      const others = new Set(names.filter((other) => other !== name).map(fileOf))
      const against = found
        .filter(({ file }) => file === undefined || !others.has(file.fileName))
        .map(({ messageText }) => compiler.flattenDiagnosticMessageText(messageText, ' '))
      return { file: join(folder, 'out', `${name}.js`), against }
    }
    return Object.fromEntries(names.map((name) => [name, saidOf(name)])) as Record<Name, ReturnType<typeof saidOf>>
  }
  return { compiled, remove: () => rm(folder, { recursive: true, force: true }) }
}
