/** The catalogue as events: what the first commit of every log says. */
import type { Confidence, NewEvent } from '../src/events/envelope.ts'
import { definitionOf } from '../src/events/registry.ts'
import type { JsonObject } from '../src/events/json.ts'
import type { CitedSource, Source } from '../src/events/source.ts'
import { type ActorEntry, actors, type DatedCode } from './actors/index.ts'
import { successions } from './actors/successions.ts'
import { type IgoEntry, igos } from './igos/index.ts'
import { type NormEntry, norms } from './norms/index.ts'
import { type TreatyEntry, treaties } from './treaties/index.ts'

export interface CatalogueEvent {
  readonly stream: string
  readonly event: Omit<NewEvent, 'id'>
}

/** A code names somebody: nothing else of a list of codes stands here. */
const asCodes = { licence: 'No licence stated for the codes as such', redistributable: 'unknown' } as const

/** The lists that the codes are taken from. */
const codeLists = {
  catalogue: {
    citation: 'normtrail, catalogue of actors, organisations, treaties and norms',
    kind: 'dataset',
    licence: 'MIT, as normtrail itself',
    redistributable: 'yes',
  },
  'codes-cow': {
    citation: 'Correlates of War Project, State System Membership List',
    kind: 'dataset',
    version: '2016',
    published: '2017',
    url: 'https://correlatesofwar.org',
    ...asCodes,
  },
  'codes-gw': {
    citation:
      'Gleditsch, K. S. & Ward, M. D., A revised list of independent states since the Congress of Vienna, ' +
      'International Interactions 25(4), 393-413',
    kind: 'dataset',
    published: '1999',
    ...asCodes,
  },
  'codes-iso-3166': {
    citation: 'International Organization for Standardization, ISO 3166-1 and ISO 3166-3, country codes',
    kind: 'organisation',
    ...asCodes,
  },
  'codes-polity': {
    citation: 'Marshall, M. G. & Gurr, T. R., Polity5: Political Regime Characteristics and Transitions, 1800-2018',
    kind: 'dataset',
    version: '5',
    published: '2020',
    url: 'https://www.systemicpeace.org',
    ...asCodes,
  },
  'codes-vdem': {
    citation: 'Varieties of Democracy (V-Dem) Project, Country Coding Units',
    kind: 'dataset',
    url: 'https://www.v-dem.net',
    ...asCodes,
  },
  'codes-amnesty': {
    citation: 'Amnesty International, document index: country codes',
    kind: 'organisation',
    ...asCodes,
  },
  'codes-cow-igo': {
    citation:
      'Pevehouse, Nordstrom, McManus & Jamison, Tracking organizations in the world: ' +
      'The Correlates of War IGO Version 3.0 datasets, Journal of Peace Research 57(3)',
    kind: 'dataset',
    version: '3.0',
    published: '2020',
    url: 'https://doi.org/10.1177/0022343319881175',
    ...asCodes,
  },
  'codes-untc': {
    citation:
      'United Nations Treaty Collection, Multilateral Treaties Deposited with the Secretary-General: ' +
      'chapters and numbers',
    kind: 'depositary',
    url: 'https://treaties.un.org',
    ...asCodes,
  },
} as const satisfies Readonly<Record<string, CitedSource>>
type CodeList = keyof typeof codeLists

const from = (ref: CodeList, locator?: string): Source => ({ ref, ...(locator !== undefined && { locator }) })

/** Drops what is absent: a payload holds JSON and nothing else. */
const plain = (data: object): JsonObject => JSON.parse(JSON.stringify(data)) as JsonObject

const confidence: Confidence = 'certain'

/** What is said: the type of the event, what the fact is called in its stream, and when it was done. */
interface What {
  readonly type: string
  readonly fact: string
  readonly on?: string | undefined
}

const said = (stream: string, { type, fact, on }: What, data: object, source: Source): CatalogueEvent => ({
  stream,
  event: {
    type,
    schemaVersion: definitionOf(type).version,
    ...(on !== undefined && { occurred: on }),
    sources: [source],
    confidence,
    fact,
    data: plain(data),
  },
})

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
  Object.entries(codeLists).map(([id, cited]) =>
    said(`source-${id}`, { type: 'SourceRegistered', fact: 'registered' }, { source: id, ...cited }, cited),
  )

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

/**
 * All events of the catalogue, one stream after the other: sources, actors, organisations, treaties, norms. The same in
 * every run.
 */
export const catalogueEvents = (): readonly CatalogueEvent[] => [
  ...sourceEvents(),
  ...actors.flatMap(actorEvents),
  ...igos.flatMap(igoEvents),
  ...treaties.flatMap(treatyEvents),
  ...norms.flatMap(normEvents),
]
