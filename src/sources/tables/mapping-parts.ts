import type { Mapping, Part } from './mapping.ts'

/**
 * What each row of a table says, one after the other, with the place in the mapping that says so: one thing, or each
 * event of a wide row.
 */
export const partsOf = (rows: Mapping['rows']): readonly { readonly path: string; readonly part: Part }[] =>
  rows.kind === 'wide'
    ? rows.events.map((event, index) => ({ path: `rows.events[${index}]`, part: { kind: 'events', ...event } }))
    : [{ path: 'rows', part: rows }]
