import { describe, expect, it } from 'vitest'
import { readRecipe } from '../../../src/queries/recipes/read-recipe.ts'
import { designs } from '../../../src/queries/recipes/starters.ts'

const head = { unit: 'state-year', from: 1990, to: 1995 }
const refusal = (recipe: unknown): unknown => {
  try {
    readRecipe(typeof recipe === 'string' ? recipe : JSON.stringify(recipe))
  } catch (thrown) {
    return thrown
  }
  return undefined
}

describe('a recipe that is wrong is refused with the place in it', () => {
  it.each([
    ['no JSON', '{"unit": ', 'recipe', 'JSON'],
    ['a key twice', '{"unit": "state-year", "unit": "event"}', '/unit', 'twice'],
    ['no object', '[]', 'recipe', 'one JSON object'],
    ['no unit', { from: 1990, to: 1995 }, '/unit', 'expected one of state-year'],
    ['an unknown unit', { ...head, unit: 'country-year' }, '/unit', '"country-year" came'],
    ['a misspelt field', { ...head, form: 1 }, '/form', 'did you mean from?'],
    ['a missing year', { unit: 'state-year', from: 1990 }, '/to', 'is missing'],
    ['a column of no kind', { ...head, columns: [{ name: 'x' }] }, '/columns/0', 'expected one of status'],
    [
      'one of two',
      { ...head, columns: [{ name: 'x', status: 'cat', score: 'a:b' }] },
      '/columns/0',
      'status and score',
    ],
    [
      'a name that no program takes',
      { ...head, columns: [{ name: '2x', status: 'cat' }] },
      '/columns/0/name',
      'letters',
    ],
    [
      'two of one name',
      { ...head, columns: ['x', 'X'].map((name) => ({ name, status: 'cat' })) },
      '/columns/1/name',
      'two',
    ],
    [
      'a lag and a lead',
      { ...head, columns: [{ name: 'x', status: 'cat', lag: 1, lead: 1 }] },
      '/columns/0/lead',
      'one',
    ],
    [
      'a word of a shape',
      { ...head, columns: [{ name: 'x', score: 'physint' }] },
      '/columns/0/score',
      'rater:indicator',
    ],
    [
      'a field of an exposure',
      { ...head, columns: [{ name: 'x', exposure: { score: 'a:b', formla: 'mm' } }] },
      '/columns/0/exposure',
      'there is no field "formla" here; did you mean formula?',
    ],
    [
      'an outer lag of an exposure',
      { ...head, columns: [{ name: 'x', exposure: { score: 'a:b' }, lag: 1 }] },
      '/columns/0/lag',
      'there is no field "lag" here; it stands within "exposure"',
    ],
    [
      'a value in capitals',
      { ...head, columns: [{ name: 'x', exposure: { score: 'a:b', formula: 'MM' } }] },
      '/columns/0/exposure/formula',
      '"MM" came: expected one of mm, dc, bin, spmon, ti, raw, max, years; did you mean mm?',
    ],
    ['a list of states that nobody has', { ...head, system: 'icow' }, '/system', 'expected one of cow, gw, un'],
    ['a comma too many', '{\n  "unit": "state-year",\n}', 'recipe', '(line 3'],
  ])('%s', (_, recipe, where, words) => {
    const error = refusal(recipe) as { code: string; where: string; message: string }
    expect(error).toMatchObject({ code: 'bad-recipe', where })
    expect(error.message).toContain(words)
  })
  it('takes every recipe to begin from, and its remarks', () => {
    for (const { recipe } of designs) expect(refusal(recipe)).toBeUndefined()
  })
})
