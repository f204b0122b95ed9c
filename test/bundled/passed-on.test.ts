import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

/**
 * The Correlates of War Project asks that its data be had from it: its codes are names, its lists and dates are not
 * ours to pass on.
 */
it('nothing of the Correlates of War comes with normtrail', () => {
  const folder = packagePath('examples')
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
  expect(lines.length).toBeGreaterThan(3_000)
  expect(lines.filter((line) => /correlates of war|"cow[-"]/i.test(line))).toEqual([])
})
