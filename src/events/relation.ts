import { z } from 'zod'
import { actor, edtf, event, igoId, text, year } from './define.ts'

/** Whose id it is called by: what one source means by a tie or a figure, such as `cow-contiguity` or `cow-nmc-cinc`. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const relation = slug.describe('What ties them, as its source defines it: cow-contiguity')
const attribute = slug.describe('What is said of them, as its source defines it: cow-nmc-cinc, mia-pooling')
const describes = edtf
  .optional()
  .describe(
    'The days that the source describes, where it tells no other: that it held before or after is an assumption',
  )

/** Ties between two actors, by the one that is named first. Stream: `relation-cow-contiguity-usa`. */
export const relationEvents = [
  event('relation', 'RelationObserved', 'A source says that a tie held from a first to a last day', {
    relation,
    actor: actor.describe('The actor that is named first; of a directed tie the one that it leads from'),
    other: actor.describe('The other actor'),
    directed: z.boolean().describe('Whether it leads from the first to the other; else it ties both alike'),
    type: text.optional().describe("The source's own class: land, water-12, defense"),
    value: z.number().optional().describe('How much of it there is, in the unit of the source: a distance in km'),
    from: edtf.optional().describe('The first day, or the year or month in which it lies'),
    through: edtf.optional().describe('The last day. Absent: it goes on for as long as the source reaches'),
    describes,
  }),
]

/** What actors and organisations are like, by attribute. Stream: `attribute-cow-nmc-cinc-usa`. */
const observed = {
  attribute,
  of: z.enum(['state', 'igo']),
  actor: actor.optional().describe('Whose it is, where it is one of states'),
  igo: igoId.optional().describe('Whose it is, where it is one of organisations'),
  firstYear: year.optional(),
  lastYear: year.optional(),
  describes,
}
export const attributeEvents = [
  event('attribute', 'AttributeObserved', 'A source gives the same value for every year from the first to the last', {
    ...observed,
    value: z.union([z.number(), text]).describe('A number in the unit of the source, or words'),
  }),
  event('attribute', 'AttributeMissing', 'The source gives no value for these years, and why', {
    ...observed,
    reason: text,
  }),
]
