import type { EventDefinition } from '../define.ts'
import type { Json, JsonObject } from '../json.ts'
import { schemaNode, waysOf, type SchemaNode } from './schema-node.ts'

/**
 * A stream of each family that events can be appended to, in any log: of subjects that the catalogue defines, or new.
 */
const streams: Readonly<Record<string, string>> = {
  treaty: 'treaty-cat',
  igo: 'igo-un',
  norm: 'norm-torture',
  state: 'state-fra',
  domestic: 'domestic-fra',
  campaign: 'campaign-example',
  appeals: 'appeals-example-fra',
  conduct: 'conduct-torture-fra',
  review: 'review-cat-fra',
  practice: 'practice-example-torture-fra',
  classification: 'classification-example-fra',
  source: 'source-example',
  relation: 'relation-example-fra',
  attribute: 'attribute-example-fra',
}

/** Types that bring a subject into being: theirs is a new one. */
const defining: ReadonlySet<string> = new Set(['ActorDefined', 'TreatyConcluded', 'IgoFounded', 'NormDefined'])

/** The catalogue's own definition of France, which every log holds. */
const definitionOfFrance = '4bd58b39-62e3-518f-a01e-835bc0744187'

/** What stands in a field of that name, in whatever type. */
const byField: Readonly<Record<string, Json>> = {
  actor: 'fra',
  predecessor: 'deu',
  other: 'deu',
  to: 'usa',
  from: 'gbr',
  treaty: 'cat',
  protocol: 'iccpr-op1',
  instrument: 'cat',
  through: 'iccpr',
  igo: 'un',
  successor: 'eu',
  norm: 'torture',
  norms: ['torture'],
  targets: 'all',
  target: definitionOfFrance,
  reason: 'A misprint',
  replacement: { confidence: 'probable' },
  name: 'An example',
  title: 'An example',
  citation: 'Title, body, symbol, date',
  scheme: 'name',
  code: 'Gaul',
  source: 'example',
  rater: 'example',
  indicator: 'torture',
  classification: 'example',
  class: '1',
  label: 'An example',
  year: 1990,
  firstYear: 1990,
  lastYear: 1995,
  reservation: '1',
  declaration: '1',
  derogation: '1',
  amendment: '1',
  condition: '1',
  complaint: '1/1990',
  body: 'CAT',
  provisions: ['art-20'],
  articles: ['art-1'],
  act: 'consent/1',
  territory: 'Mayotte',
  number: 'C.N.1.1990.TREATIES-1',
  measure: 'gdp',
  recommendation: '1',
  relation: 'example',
  attribute: 'example',
  kind: 'report',
}

/** The same where a type means something else by a field. */
const byType: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  ActorDefined: { actor: 'example' },
  TreatyConcluded: { treaty: 'example' },
  IgoFounded: { igo: 'example' },
  NormDefined: { norm: 'example' },
  TreatySuperseded: { by: 'iccpr' },
  NormSuperseded: { by: 'torture' },
  ReservationModified: { reservation: '1' },
  CoverageClaimed: { through: '2015-03-14', actors: 'existing', classes: ['signature', 'consent'], treaties: ['cat'] },
  CampaignEnded: { names: 'lastDayIn' },
  RelationObserved: { type: 'alliance', from: '1990-06-01', through: '1995' },
  AttributeObserved: { actor: 'fra', firstYear: 1990, lastYear: 1995, value: 1 },
  AttributeMissing: { actor: 'fra', firstYear: 1990, lastYear: 1995 },
  RepresentationChanged: { from: 'One government', to: 'Another government' },
}

/** A line that can be appended as it is: what the type must have, and what it says nothing without. */
export const exampleOf = ({ type, family, dated, data }: EventDefinition): JsonObject => {
  const [first = ''] = [family].flat()
  const root = schemaNode(data)
  return {
    stream: defining.has(type) ? `${first}-example` : (streams[first] ?? `${first}-example`),
    type,
    ...(dated && { occurred: '1990-06-01' }),
    sources: [{ citation: 'Title, body, symbol, date', locator: 'page 1', kind: 'scholarly' }],
    data: exampleObject(root, root, byType[type] ?? {}),
  }
}

const exampleObject = (node: SchemaNode, root: SchemaNode, own: Readonly<Record<string, Json>>): JsonObject =>
  Object.fromEntries(
    [...new Set([...(node.required ?? []), ...Object.keys(own)])].map((field) => {
      const part = node.properties?.[field] ?? {}
      const value = own[field] ?? byField[field]
      return [field, value !== undefined && isTaken(value, part, root) ? value : exampleValue(part, root)]
    }),
  )

/** Whether a field of that name takes such a value: `kind` is now a list of words, now others. */
const isTaken = (value: Json, part: SchemaNode, root: SchemaNode): boolean =>
  waysOf(part, root).some((way) => {
    if (way.enum !== undefined) return way.enum.includes(value)
    if (way.const !== undefined) return way.const === value
    if (typeof value === 'number') return way.type === 'integer' || way.type === 'number'
    if (typeof value === 'string') return way.type === 'string'
    return way.type === (Array.isArray(value) ? 'array' : 'object')
  })

const exampleValue = (part: SchemaNode, root: SchemaNode): Json => {
  const [way = {}] = waysOf(part, root)
  if (way.const !== undefined) return way.const as Json
  if (way.enum !== undefined) return way.enum[0] as Json
  switch (way.type) {
    case 'array':
      return [exampleValue(way.items ?? {}, root)]
    case 'object':
      return exampleObject(way, root, {})
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return Math.max(way.minimum ?? 1, Math.min(1, way.maximum ?? 1))
    default:
      return 'an example'
  }
}
