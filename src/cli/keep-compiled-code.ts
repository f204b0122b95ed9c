import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../workspace/workspace.ts'
import { codeOf, runBundle } from './run-bundle.ts'
import { packagePath } from '../package/package-path.ts'

// After the bundle is made: asks it some questions of an empty log, which answers none, and keeps the code that was
// compiled for that. What a question needs on its way to an answer is not compiled again in every process.
const file = packagePath('dist', 'bundle', 'start.cjs')
const folder = mkdtempSync(join(tmpdir(), 'normtrail-bundle-'))
try {
  await (await openWorkspace(folder)).close()
  const { bundle, script } = runBundle(file)
  const asked = [
    ['help'],
    ['info'],
    ['status', 'usa', 'cat'],
    ['exposure', 'usa', '--score', 'rater:indicator'],
    ['spread', 'cat'],
    ['panel', 'exposure', '--from', '2000', '--to', '2001', '--score', 'rater:indicator'],
    ['export', 'table', packagePath('examples', 'recipes', 'torture.json')],
  ]
  for (const args of asked) await bundle.start(['--data', folder, ...args])
  process.exitCode = 0
  writeFileSync(codeOf(file), script.createCachedData())
} finally {
  rmSync(folder, { recursive: true })
}
