import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { constants, Script } from 'node:vm'

/** What the bundled program exports. */
export interface Bundle {
  readonly start: (args: readonly string[]) => Promise<void>
}

/** Where the compiled code of a bundle is kept, beside it. */
export const codeOf = (bundle: string): string => `${bundle}.code`

/** Undefined where none is kept. */
const keptCode = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/**
 * Runs a bundle of modules (CommonJS) in this process. Code that was compiled before is taken over where it is of the
 * same text and of the same version of the engine, which sees to that itself; else the text is compiled again.
 */
export const runBundle = (file: string, code = codeOf(file)): { readonly bundle: Bundle; readonly script: Script } => {
  const parameters = '(function (exports, require, module, __filename, __dirname) { '
  const script = new Script(`${parameters}${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    cachedData: keptCode(code),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} as Bundle }
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void
  run(module.exports, createRequire(file), module, file, dirname(file))
  return { bundle: module.exports, script }
}
