import { said, type CatalogueEvent } from '../said.ts'
import { from } from '../sources.ts'
import { informalIgos, type InformalEntry, type InformalMember } from './informal.ts'

const memberEvents = (stream: string, { actor, from: on, out, source }: InformalMember): readonly CatalogueEvent[] => [
  said(stream, { type: 'MembershipStarted', fact: 'started/1', on }, { actor, kind: 'full' }, source),
  ...(out === undefined
    ? []
    : [
        said(
          stream,
          { type: 'MembershipEnded', fact: 'ended/1', on: out.on },
          { actor, names: 'firstDayOut', mode: 'cessation' },
          out.source,
        ),
      ]),
]

const eventsOf = (entry: InformalEntry): readonly CatalogueEvent[] => {
  const { id, name, longName, founded, names, source, members } = entry
  const stream = `igo-${id}`
  return [
    said(
      stream,
      { type: 'IgoFounded', fact: 'founded', on: founded },
      { igo: id, name, longName, formality: 'informal' },
      source,
    ),
    said(stream, { type: 'IdentifierMapped', fact: 'code/migo' }, { scheme: 'migo', code: id }, from('codes-migo')),
    ...[name, longName, ...names]
      .filter((one) => one !== undefined)
      .map((code) =>
        said(
          stream,
          { type: 'IdentifierMapped', fact: `code/name/${code}` },
          { scheme: 'name', code },
          from('catalogue'),
        ),
      ),
    ...members.flatMap((member) => memberEvents(stream, member)),
  ]
}

/** Informal bodies and their members. */
export const informalEvents = (): readonly CatalogueEvent[] => informalIgos.flatMap(eventsOf)

/** Of which of them everybody's membership is told, as the catalogue claims it. */
export const informalClaims = (): readonly CatalogueEvent[] =>
  informalIgos.flatMap(({ id, through }) =>
    through === undefined
      ? []
      : [
          said(
            'source-catalogue',
            { type: 'CoverageClaimed', fact: `coverage/${id}` },
            { organisations: [id], actors: 'all', classes: ['membership'], through },
            from('catalogue'),
          ),
        ],
  )
