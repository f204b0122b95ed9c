import { z } from 'zod'
import type { Attributes } from '../../../projections/compose/reservations/party-attributes.ts'

const named = z.array(z.object({ label: z.string(), provisions: z.array(z.string()).describe('None named: all') }))

/** What a status under a treaty carries beside it. */
export const attributesOut = z
  .object({
    reservations: named.describe('Standing reservations'),
    noRelationsWith: z.array(z.string()).describe('Objectors between whom and the actor the treaty is not in force'),
    optionalClauses: z.array(z.string()).describe('Articles with optional clauses that it has accepted'),
    derogations: named,
    territories: z.array(z.string()).describe('Territories that it has extended the treaty to'),
    amendments: z.array(z.string()).describe('Amendments that it has accepted'),
  })
  .describe('Of a treaty: what stands beside the status on the day, without changing it')

type Out = z.infer<typeof attributesOut>

const copied = (list: Attributes['reservations']) =>
  list.map(({ label, provisions }) => ({ label, provisions: [...provisions] }))

export const attributesOf = (found: Attributes): Out => ({
  reservations: copied(found.reservations),
  noRelationsWith: [...found.noRelationsWith],
  optionalClauses: [...found.optionalClauses],
  derogations: copied(found.derogations),
  territories: [...found.territories],
  amendments: [...found.amendments],
})

const words = (what: string, list: readonly string[]): readonly string[] =>
  list.length === 0 ? [] : [`  ${what}: ${list.join('; ')}`]
const articles = (list: Out['reservations']) =>
  list.map(
    ({ label, provisions }) => `${label} (${provisions.length === 0 ? 'general' : `art ${provisions.join(', ')}`})`,
  )

export const attributesText = (found: Out | null): readonly string[] =>
  found === null
    ? []
    : [
        ...words('reservations', articles(found.reservations)),
        ...words('not in force with', found.noRelationsWith),
        ...words(
          'optional clauses accepted',
          found.optionalClauses.map((article) => `art ${article}`),
        ),
        ...words('derogations', articles(found.derogations)),
        ...words('extended to', found.territories),
        ...words('amendments accepted', found.amendments),
      ]
