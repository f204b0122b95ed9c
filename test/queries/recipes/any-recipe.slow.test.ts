import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { NormtrailError } from '../../../src/common/error.ts'
import { packagePath } from '../../../src/package/package-path.ts'
import { fc } from '../../support/seeded.ts'
import { recipesBy, type Schema } from './arbitrary-recipe.ts'
import { theToyWorld } from './toy-world.ts'

const toy = theToyWorld()

const schema = JSON.parse(readFileSync(packagePath('docs/recipe.schema.json'), 'utf8')) as Schema
const isValid = new Ajv2020({ strict: false }).compile(schema as object)
const codes = new Set(
  [...readFileSync(packagePath('docs/errors.md'), 'utf8').matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code),
)

/** How many rows a recipe gives; how it is refused. */
const told = async (recipe: object): Promise<number | NormtrailError> => {
  try {
    const { columns, pages } = await toy.table(recipe)
    let rows = 0
    for await (const page of pages())
      for (const row of page) {
        if (row.length !== columns.length) throw new Error(`${row.length} cells in ${columns.length} columns`)
        rows += 1
        if (rows > 2_000) return rows
      }
    return rows
  } catch (thrown) {
    if (thrown instanceof NormtrailError) return thrown
    throw thrown
  }
}

it('any recipe that its schema allows has a table, or is refused in words that say where', async () => {
  const found = { tables: 0, rows: 0, refused: new Map<string, number>() }
  await fc.assert(
    fc.asyncProperty(recipesBy(schema), async (recipe) => {
      fc.pre(isValid(recipe))
      const came = await told(recipe)
      if (typeof came === 'number') {
        found.tables += 1
        found.rows += came
        return
      }
      found.refused.set(came.code, (found.refused.get(came.code) ?? 0) + 1)
      expect(codes.has(came.code), came.report).toBe(true)
      expect(['bad-input', 'not-found'], came.report).toContain(came.class)
      expect(came.where ?? '', came.report).toMatch(/^\//)
    }),
    { numRuns: 300 },
  )
  // That recipes get as far as rows, and are refused for more than one reason.
  expect(found.tables).toBeGreaterThan(50)
  expect(found.rows).toBeGreaterThan(500)
  expect(found.refused.size).toBeGreaterThan(4)
})
