import type { NamedScheme } from '../importer/draft.ts'
import { partsOf } from './mapping-parts.ts'
import type { Mapping, Part, ReferenceSpec } from './mapping.ts'

/**
 * The schemes that a mapping names, each with its place in it: whether the log knows them, only the import can tell.
 */
export const schemesOf = ({ rows }: Mapping): readonly NamedScheme[] =>
  partsOf(rows).flatMap(({ path, part }) => ofPart(path, part))

const ofPart = (path: string, rows: Part): readonly NamedScheme[] => {
  if (rows.kind === 'attributes') return ofReference(`${path}.entity`, rows.entity, rows.of === 'igo' ? 'igo' : 'actor')
  if (rows.kind === 'ties')
    return [...ofReference(`${path}.actor`, rows.actor, 'actor'), ...ofReference(`${path}.other`, rows.other, 'actor')]
  if (rows.kind !== 'events') return ofReference(`${path}.actor`, rows.actor, 'actor')
  const [family] = rows.stream
  return [
    ...rows.stream.flatMap((word, index) =>
      typeof word === 'string' ? [] : ofReference(`${path}.stream[${index}]`, word, subjectOfStream(family)),
    ),
    ...Object.entries(rows.references).flatMap(([field, spec]) =>
      ofReference(`${path}.references.${field}`, spec, 'actor'),
    ),
  ]
}

const subjectOfStream = (family: unknown): NamedScheme['subject'] =>
  family === 'treaty' || family === 'igo' || family === 'norm' ? family : 'actor'

const ofReference = (path: string, spec: ReferenceSpec, otherwise: NamedScheme['subject']): readonly NamedScheme[] => {
  const subject = spec.subject ?? otherwise
  const named = (at: string, scheme: string | undefined): readonly NamedScheme[] =>
    scheme === undefined ? [] : [{ path: `${path}.${at}`, scheme, subject }]
  return [
    ...named('scheme', spec.scheme),
    ...named('otherwise.scheme', spec.otherwise?.scheme),
    ...(spec.recode ?? []).flatMap((rule, index) => named(`recode[${index}].scheme`, rule.scheme)),
  ]
}
