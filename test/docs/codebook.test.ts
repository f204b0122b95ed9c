import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codebookOf } from '../../src/exports/codebook.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { networks } from '../../src/queries/graphs/index.ts'
import { questions } from '../../src/queries/index.ts'

const all = [...questions, ...networks]

describe('the codebook', () => {
  it('is what the questions say of their columns: npm run docs writes it', () =>
    expect(readFileSync(packagePath('docs', 'codebook.md'), 'utf8')).toBe(codebookOf(all)))
  it.each(all.flatMap(({ name, table }) => (table === undefined ? [] : [{ name, table }])))(
    'describes every column of "$name", each once',
    ({ table: { columns } }) => {
      expect(columns.length).toBeGreaterThan(0)
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
      for (const { name, description, empty } of columns) {
        expect([name, description.length > 3, empty === '']).toEqual([name, true, false])
        expect([name, /[.\n]$/.test(description)]).toEqual([name, false])
      }
    },
  )
})
