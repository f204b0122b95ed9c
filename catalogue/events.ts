/** The catalogue as events: what the first commit of every log says. */
import { groupBy } from '../src/common/group-by.ts'
import { type ActorEntry, actors, type DatedCode } from './actors/index.ts'
import { renamings } from './actors/renamings.ts'
import { successions } from './actors/successions.ts'
import { claimEventsOf } from './classifications/claims.ts'
import { type ClassEntry, classes } from './classifications/index.ts'
import { type IgoEntry, igos } from './igos/index.ts'
import { informalClaims, informalEvents } from './igos/informal-events.ts'
import { type NormEntry, norms } from './norms/index.ts'
import { relationEvents } from './relations/events.ts'
import { said, type CatalogueEvent } from './said.ts'
import { from, listsCited, type CodeList } from './sources.ts'
import { type TreatyEntry, treaties } from './treaties/index.ts'

export type { CatalogueEvent } from './said.ts'

/**
 * A code that its subject had twice, at different times, is two facts: the later one is told apart by its first day.
 */
const mapped = (
  stream: string,
  scheme: string,
  entry: string | DatedCode,
  list: CodeList,
  again = false,
): CatalogueEvent => {
  const dated: DatedCode = typeof entry === 'string' ? { code: entry } : entry
  const { code } = dated
  const fact = `code/${scheme}/${code}${again ? `/${dated.from}` : ''}`
  return said(
    stream,
    { type: 'IdentifierMapped', fact },
    { scheme, ...dated },
    from(list, list === 'catalogue' ? undefined : code),
  )
}

/** Names once each: a title that is also listed as a name is one name. */
const named = (stream: string, names: readonly (string | undefined)[]): CatalogueEvent[] =>
  [...new Set(names.filter((name) => name !== undefined))].map((name) => mapped(stream, 'name', name, 'catalogue'))

const sourceEvents = (): CatalogueEvent[] =>
  Object.entries(listsCited).flatMap(([id, cited]) => [
    said(`source-${id}`, { type: 'SourceRegistered', fact: 'registered' }, { source: id, ...cited }, cited),
    ...claimEventsOf(id),
    ...(id === 'catalogue' ? informalClaims() : []),
  ])

const schemes = [
  ['cow', 'cow', 'codes-cow'],
  ['cow-abb', 'cowAbb', 'codes-cow'],
  ['gw', 'gw', 'codes-gw'],
  ['iso3', 'iso3', 'codes-iso-3166'],
  ['iso2', 'iso2', 'codes-iso-3166'],
  ['iso-num', 'isoNum', 'codes-iso-3166'],
  ['polity', 'polity', 'codes-polity'],
  ['vdem', 'vdem', 'codes-vdem'],
  ['amnesty', 'amnesty', 'codes-amnesty'],
] as const

/** The actor's own name is a spelling for every day, unless `names` repeats it with bounds. */
const spellings = ({ name, names }: ActorEntry): readonly (string | DatedCode)[] =>
  names.some((other) => (typeof other === 'string' ? other : other.code) === name) ? names : [name, ...names]

/** A code or a name on the days of its actor, unless it has days of its own. */
const within = (entry: string | DatedCode, days: ActorEntry['days']): DatedCode => {
  const dated = typeof entry === 'string' ? { code: entry } : entry
  return dated.from === undefined && dated.to === undefined ? { ...dated, ...days } : dated
}

const codesOf = (
  { id, days }: ActorEntry,
  scheme: string,
  listed: string | readonly (string | DatedCode)[],
  list: CodeList,
): CatalogueEvent[] => {
  const codes = (typeof listed === 'string' ? [listed] : listed).map((code) =>
    within(code, scheme === 'amnesty' ? undefined : days),
  )
  return codes.map((code, index) => {
    const again = codes.slice(0, index).some((earlier) => earlier.code === code.code)
    return mapped(`state-${id}`, scheme, code, list, again)
  })
}

/** What it was called before is said by the first change; the second one of a year has a number. */
const renamingsOf = (actor: string): CatalogueEvent[] =>
  renamings
    .filter((one) => one.actor === actor)
    .flatMap(({ first, later }) =>
      later.map(({ on, name, source, locator }, index) => {
        const year = on.slice(0, 4)
        const earlier = later.slice(0, index).filter((other) => other.on.startsWith(year)).length
        return said(
          `state-${actor}`,
          { type: 'StateRenamed', fact: `renamed/${year}${earlier === 0 ? '' : `/${earlier + 1}`}`, on },
          { actor, name, ...(index === 0 && { formerly: first }) },
          { ...source, ...(locator !== undefined && { locator }) },
        )
      }),
    )

const actorEvents = (actor: ActorEntry): CatalogueEvent[] => {
  const stream = `state-${actor.id}`
  return [
    said(
      stream,
      { type: 'ActorDefined', fact: 'defined' },
      { actor: actor.id, name: actor.name, kind: actor.kind },
      from('catalogue'),
    ),
    ...schemes.flatMap(([scheme, field, list]) => codesOf(actor, scheme, actor[field] ?? [], list)),
    ...codesOf(actor, 'name', spellings(actor), 'catalogue'),
    ...renamingsOf(actor.id),
    ...successions
      .filter((one) => one.actor === actor.id)
      .map(({ predecessor, mode, on, source, locator }) =>
        said(
          stream,
          { type: 'StateSucceeded', fact: `succeeded/${predecessor}`, on },
          { actor: actor.id, predecessor, mode },
          { ...source, ...(locator !== undefined && { locator }) },
        ),
      ),
  ]
}

const igoEvents = (igo: IgoEntry): CatalogueEvent[] => {
  const stream = `igo-${igo.id}`
  const { id, name, longName, founded, dissolved, successor, exit, exitClause, renamed } = igo
  return [
    ...(founded === undefined
      ? []
      : [
          said(
            stream,
            { type: 'IgoFounded', fact: 'founded', on: founded },
            { igo: id, name: renamed?.from ?? name, longName, exit },
            from('catalogue', exitClause),
          ),
        ]),
    ...(renamed === undefined
      ? []
      : [said(stream, { type: 'IgoRenamed', fact: 'renamed', on: renamed.on }, { name }, from('catalogue'))]),
    mapped(stream, 'cow-igo', igo.cowIgo ?? id, 'codes-cow-igo'),
    ...named(stream, [name, longName, ...igo.names]),
    ...(dissolved === undefined
      ? []
      : [
          said(
            stream,
            { type: 'IgoDissolved', fact: 'dissolved', on: dissolved.on },
            { names: dissolved.names },
            from('catalogue'),
          ),
        ]),
    ...(dissolved === undefined || successor === undefined
      ? []
      : [
          said(
            stream,
            { type: 'IgoSucceeded', fact: `succeeded/${successor.id}`, on: dissolved.on },
            { successor: successor.id, mode: successor.mode },
            from('catalogue'),
          ),
        ]),
  ]
}

/** A treaty's clauses, and by what it is called, as its event says them. */
const termsOf = (treaty: TreatyEntry) => ({
  treaty: treaty.id,
  title: treaty.title,
  shortTitle: treaty.shortTitle,
  depositary: treaty.depositary,
  place: treaty.place,
  entryIntoForce: treaty.entryIntoForce,
  perParty: treaty.perParty,
  laterThan: treaty.laterThan,
  exit: treaty.exit,
  openTo: treaty.openTo,
  reservations: treaty.reservations,
})

/** The treaties that are protocols to a treaty. */
const protocolsOf = ({ id }: TreatyEntry): CatalogueEvent[] =>
  treaties.flatMap(({ id: protocol, protocolTo, source, articles }) =>
    protocolTo?.treaty === id
      ? [
          said(
            `treaty-${id}`,
            { type: 'ProtocolLinked', fact: `protocol/${protocol}` },
            { protocol, requiresParent: protocolTo.requiresParent },
            { ...source, locator: articles },
          ),
        ]
      : [],
  )

const treatyEvents = (treaty: TreatyEntry): CatalogueEvent[] => {
  const stream = `treaty-${treaty.id}`
  const { title, shortTitle, opened, inForce, untc } = treaty
  return [
    said(stream, { type: 'TreatyConcluded', fact: 'concluded', on: treaty.concluded }, termsOf(treaty), {
      ...treaty.source,
      locator: treaty.articles,
    }),
    ...(opened === undefined
      ? []
      : [
          said(
            stream,
            { type: 'TreatyOpenedForSignature', fact: 'opened', on: opened.on },
            { until: opened.until, place: opened.place },
            treaty.source,
          ),
        ]),
    ...(inForce === undefined
      ? []
      : [
          said(stream, { type: 'TreatyEnteredIntoForce', fact: 'in-force', on: inForce }, {}, from('codes-untc', untc)),
        ]),
    ...(untc === undefined ? [] : [mapped(stream, 'untc', untc, 'codes-untc')]),
    ...named(stream, [shortTitle, title, ...treaty.names]),
    ...protocolsOf(treaty),
  ]
}

const normEvents = (norm: NormEntry): CatalogueEvent[] => {
  const stream = `norm-${norm.id}`
  const { id, name, statement, coreArticles, rule } = norm
  return [
    said(
      stream,
      { type: 'NormDefined', fact: 'defined' },
      { norm: id, name, statement, coreArticles, rule },
      from('catalogue'),
    ),
    ...norm.links.map((link) =>
      said(
        stream,
        {
          type: 'InstrumentLinked',
          fact: `link/${link.instrument}${link.role === 'monitoring' ? '/monitoring' : ''}`,
        },
        link,
        from('catalogue'),
      ),
    ),
    ...named(stream, [name, ...norm.names]),
  ]
}

/** A class that its actor had twice, at different times, is two facts: the later one has a number. */
const classEvents = (entries: readonly ClassEntry[]): CatalogueEvent[] => {
  const { classification, actor } = entries[0] as ClassEntry
  return entries.map(({ source, ...entry }, index) => {
    const earlier = entries.slice(0, index).filter((one) => one.class === entry.class).length
    const fact = `class/${entry.class}${earlier === 0 ? '' : `/${earlier + 1}`}`
    return said(`classification-${classification}-${actor}`, { type: 'ActorClassified', fact }, entry, source)
  })
}

const byStream = (entries: readonly ClassEntry[]): readonly (readonly ClassEntry[])[] => [
  ...groupBy(entries, ({ classification, actor }) => `${classification}-${actor}`).values(),
]

/**
 * All events of the catalogue, one stream after the other: sources, actors, organisations, treaties, norms, classes,
 * ties.
 * The same in every run.
 */
export const catalogueEvents = (): readonly CatalogueEvent[] => [
  ...sourceEvents(),
  ...actors.flatMap(actorEvents),
  ...igos.flatMap(igoEvents),
  ...informalEvents(),
  ...treaties.flatMap(treatyEvents),
  ...norms.flatMap(normEvents),
  ...byStream(classes).flatMap(classEvents),
  ...relationEvents(),
]
