import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../workspace/workspace.ts'
import { codeOf, runBundle } from './run-bundle.ts'
import { packagePath } from '../package/package-path.ts'

// After the bundles are made: asks one some questions of an empty log, which answers none, has the other record
// nothing, and keeps the code that was compiled for that. What a command needs on its way is not compiled again in
// every process.
const ofEach: readonly (readonly [name: string, commands: readonly (readonly string[])[]])[] = [
  [
    'start',
    [
      ['help'],
      ['info'],
      ['status', 'usa', 'cat'],
      ['exposure', 'usa', '--score', 'rater:indicator'],
      ['spread', 'cat'],
      ['panel', 'exposure', '--from', '2000', '--to', '2001', '--score', 'rater:indicator'],
      ['export', 'table', packagePath('examples', 'recipes', 'torture.json')],
    ],
  ],
  ['whole', [['append', devNull]]],
]
const folder = mkdtempSync(join(tmpdir(), 'normtrail-bundle-'))
try {
  await (await openWorkspace(folder)).close()
  for (const [name, commands] of ofEach) {
    const file = packagePath('dist', 'bundle', `${name}.cjs`)
    const { bundle, script } = runBundle(file)
    for (const args of commands) await bundle.start(['--data', folder, ...args])
    process.exitCode = 0
    writeFileSync(codeOf(file), script.createCachedData())
  }
} finally {
  rmSync(folder, { recursive: true })
}
