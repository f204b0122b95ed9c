import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packagePath } from '../../../src/package/package-path.ts'
import { sourceDigest } from '../../../src/package/source-digest.ts'

/** The folder of the published files; the suites that need it are left out where it is not there. */
export const dataFolder = process.env['NORMTRAIL_TEST_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')

/** The room of the test files that ask the log of all published files. */
const room = '/test/real-data/published/'

export const needsPublished = ({ vitest }: TestProject): 'by all' | 'by some' | 'by none' => {
  const paths = vitest.state.getPaths()
  const asking = paths.filter((path) => path.includes(room))
  if (asking.length === 0 || !existsSync(dataFolder)) return 'by none'
  return asking.length === paths.length ? 'by all' : 'by some'
}

/**
 * Imports all published files into a log in a folder, then what comes with normtrail, and brings the read model up: in
 * a process of its own, of the built program, since that takes a minute. Gives the folder, which has beside the log the
 * report on the files, and when the last of them was recorded.
 */
export const importPublished = async (folder: string): Promise<string> => {
  refuseOldBuild()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-published.mjs'), dataFolder, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors: Buffer[] = []
  child.stderr.on('data', (piece: Buffer) => errors.push(piece))
  await new Promise<void>((settle, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => {
      if (code === 0) settle()
      else fail(new Error(`the import ended with ${code ?? signal}: ${Buffer.concat(errors).toString('utf8')}`))
    })
  })
  return folder
}

/** What is built may be older than what is tested. */
export const refuseOldBuild = (): void => {
  const noted = packagePath('dist', 'sources.json')
  const sources = existsSync(noted) ? (JSON.parse(readFileSync(noted, 'utf8')) as { sources: string }).sources : ''
  if (sources !== sourceDigest(packagePath()))
    throw new Error('This suite starts what is built: run `npm run build` first.')
}
