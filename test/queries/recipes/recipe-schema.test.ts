import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../../src/package/package-path.ts'
import { recipeSchema } from '../../../src/queries/recipes/recipe-schema.ts'
import { designs } from '../../../src/queries/recipes/starters.ts'
import { units } from '../../../src/queries/recipes/units/index.ts'

/** As an editor reads the schema, which knows nothing of the program. */
const ajv = new Ajv2020({ strict: false })
const validate = ajv.compile(recipeSchema())

const json = (text: string): unknown => JSON.parse(text)
const fileOf = (...path: readonly string[]): string => readFileSync(packagePath(...path), 'utf8')

/** The recipes of a page: blocks of JSON with a unit. */
const onPage = (page: string): readonly unknown[] =>
  [...fileOf('docs', page).matchAll(/```json\n(.*?)```/gs)]
    .map(([, block = '']) => json(block))
    .filter((one) => typeof one === 'object' && one !== null && 'unit' in one)

const shipped = ['recipes', 'company-you-keep'].flatMap((folder) =>
  readdirSync(packagePath('examples', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [`examples/${folder}/${name}`, json(fileOf('examples', folder, name))] as const),
)

describe('the schema of recipes takes what the program takes', () => {
  it.each([
    ...shipped,
    ...designs.map(({ id, recipe }) => [`export init ${id}`, recipe] as const),
    ...onPage('export.md').map((recipe, index) => [`docs/export.md, ${index + 1}`, recipe] as const),
    ...units.flatMap((unit) =>
      unit.kinds.map(
        ({ key, example }) =>
          [`${unit.id}: ${key}`, { unit: unit.id, from: 1990, to: 1995, columns: [example] }] as const,
      ),
    ),
  ])('%s', (_, recipe) => {
    validate(recipe)
    expect(validate.errors ?? []).toEqual([])
  })
  it.each([1, '1', '90d'])('a lag of %j', (lag) => {
    const recipe = { unit: 'state-year', from: 1990, to: 1995, columns: [{ name: 'x', score: 'a:b', lag }] }
    expect(validate(recipe)).toBe(true)
  })
  it('and refuses a lag of half a year', () => {
    const recipe = { unit: 'state-year', from: 1990, to: 1995, columns: [{ name: 'x', score: 'a:b', lag: 0.5 }] }
    expect(validate(recipe)).toBe(false)
  })
})
