import { describe, expect, it } from 'vitest'
import { lineSchemaOf, lineText, typesText } from '../../src/events/described/describe.ts'
import { exampleOf } from '../../src/events/described/example.ts'
import { catalogue, isSaidByNormtrail } from '../../src/events/registry.ts'
import { append } from '../support/append.ts'
import { freshWorkspaces } from '../ingest/a-workspace.ts'

const fresh = freshWorkspaces()
const types = [...catalogue.values()].filter((definition) => !isSaidByNormtrail(definition))
// What a line brings into being, or amends, must be there before a line that speaks of it.
const first = new Set([
  'ActorDefined',
  'TreatyConcluded',
  'IgoFounded',
  'NormDefined',
  'SourceRegistered',
  'CampaignLaunched',
])
const ordered = types.toSorted((a, b) => Number(first.has(b.type)) - Number(first.has(a.type)))

describe('the example of every event type', () => {
  it('can be appended as it is', async () => {
    const workspace = await fresh()
    const report = await append(workspace, ...ordered.map(exampleOf))
    expect(report).toMatchObject({ lines: types.length, appended: types.length })
  })
  it.each(types.map((definition) => [definition.type, definition] as const))(
    '%s has each field that it must',
    (_, definition) => {
      const example = exampleOf(definition)
      expect(definition.data.safeParse(example['data']).error).toBeUndefined()
      expect(lineText(definition)).toContain(JSON.stringify(example))
      const schema = lineSchemaOf(definition)
      expect(Object.keys(example)).toEqual(expect.arrayContaining([...(schema.required ?? [])]))
      expect(JSON.stringify(schema)).not.toContain('"$ref":"#"')
      for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g))
        expect(Object.keys(schema.$defs ?? {})).toContain(name)
    },
  )
})

describe('what an event type takes', () => {
  const textOf = (type: string) => lineText(catalogue.get(type) as (typeof types)[number])
  it('is told field by field', () => {
    const text = textOf('TreatySigned')
    for (const line of [
      /^TreatySigned: Signature subject to ratification\.$/m,
      /^ {2}occurred \* +text: When it was done/m,
      /^ {2}sources\[\]\.kind +depositary \| organisation \| scholarly \| dataset \| press: Who speaks$/m,
      /^ {2}data\.actor \* +text: An actor/m,
      /^ {2}data\.kind +simple \| adReferendum$/m,
    ])
      expect(text).toMatch(line)
  })
  it('tells all ways of a field that may be written in several', () => {
    const text = textOf('TreatyConcluded')
    expect(text).toMatch(/^ {2}data\.entryIntoForce \* +unknown or an object$/m)
    const kinds = 'count or weighted or named or fixedDate or parentInForce or all or any'
    expect(text).toMatch(new RegExp(String.raw`data\.entryIntoForce\.trigger\.kind \* +${kinds}$`, 'm'))
    expect(text).toMatch(/data\.entryIntoForce\.trigger\.n +a whole number: How many instruments$/m)
  })
  it('is not asked of a definition without a date', () =>
    expect(textOf('ActorDefined')).toMatch(/^ {2}occurred +text/m))
  it('is listed by family', () => {
    const text = typesText(types)
    for (const { type, means } of types) {
      expect(text).toContain(type)
      expect(text).toContain(means)
    }
    expect(text).toMatch(/^treaty-…\n {2}TreatyConcluded +The text was established/m)
  })
})
