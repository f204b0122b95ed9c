import { dateColumns, datesOfTies } from './blank-cells.ts'
import { partsOf } from './mapping-parts.ts'
import type { Mapping, Part, ReferenceSpec } from './mapping.ts'

/** The columns that a mapping reads: a file without one of them is not of its format. */
export const columnsOf = (mapping: Mapping): readonly string[] => [
  ...new Set([
    ...mapping.header,
    ...present(mapping.edition?.column),
    ...mapping.skip.flatMap(({ when }) => Object.keys(when)),
    ...partsOf(mapping.rows).flatMap(({ part }) => ofRows(part)),
  ]),
]

const ofRows = (rows: Part): readonly string[] => {
  switch (rows.kind) {
    case 'scores':
      return [
        ...ofReference(rows.actor),
        rows.year,
        ...(rows.published === undefined ? [] : dateColumns(rows.published)),
        ...rows.prefer.map(({ column }) => column),
        ...rows.indicators.flatMap(({ column, sum, sd, reason }) => [
          ...(sum ?? []),
          ...present(column),
          ...present(sd),
          ...present(reason?.column),
        ]),
      ]
    case 'spells':
      return [...ofReference(rows.actor), ...dateColumns(rows.start), ...dateColumns(rows.end)]
    case 'ties':
      return [
        ...[rows.actor, rows.other].flatMap(ofReference),
        ...datesOfTies(rows).flatMap(dateColumns),
        ...present(rows.label),
        ...rows.ties.flatMap(({ when, type, value }) => [
          ...present(when?.column),
          ...(type !== undefined && 'column' in type ? [type.column] : []),
          ...present(value?.column),
        ]),
      ]
    case 'attributes':
      return [
        ...ofReference(rows.entity),
        ...present(rows.year),
        ...rows.attributes.flatMap(({ column, words = [] }) => [...present(column), ...words]),
      ]
    case 'events':
      return [
        ...(typeof rows.type === 'string' ? [] : [rows.type.column]),
        ...rows.stream.flatMap((word) => (typeof word === 'string' ? [] : ofReference(word))),
        ...[rows.occurred, rows.effective].flatMap((date) => (date === undefined ? [] : dateColumns(date))),
        ...Object.values(rows.references).flatMap(ofReference),
        ...Object.values(rows.data).flatMap((value) => ('column' in value ? [value.column] : [])),
        ...[rows.fact, rows.locator].flatMap(ofTemplate),
      ]
  }
}

const present = (column: string | undefined): readonly string[] => (column === undefined ? [] : [column])

const ofReference = (spec: ReferenceSpec): readonly string[] => [
  spec.column,
  ...present(spec.otherwise?.column),
  ...present(spec.year),
]

const ofTemplate = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string)
