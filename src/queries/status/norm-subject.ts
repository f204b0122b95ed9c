import { reservationsTo, standing, touchesAny } from '../../../projections/compose/reservations/standing-attachments.ts'
import { normCoverageOn } from '../../../projections/compose/coverage/norm-coverage.ts'
import type { LegalHistory } from '../../../projections/compose/treaty/legal-status.ts'
import type { NormEvidence } from '../../../projections/compose/norm/facets.ts'
import { normStatus, type NormStanding } from '../../../projections/compose/norm/norm-status.ts'
import type { LinkedInstrument } from '../../../projections/compose/norm/links.ts'
import { practised } from '../../../projections/compose/norm/internalization.ts'
import { memo } from '../../common/memo.ts'
import type { Anomaly } from '../../../projections/compose/anomaly.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { at, between, cuts, holdsOn, mapValues, type Span, type Timeline } from '../../time/timeline.ts'
import { attachedTo, type AttachedTo } from '../treaties/attachments.ts'
import { coverageUnder, historyOf, lawOf, participantsOf, type TreatyLaw } from '../treaties/treaty-law.ts'
import {
  loadDomestic,
  loadLinks,
  loadNormTerms,
  loadPositions,
  type DomesticStanding,
  type NormLink,
  type NormTerms,
} from '../subjects/norms.ts'
import { loadScores } from '../subjects/scores.ts'
import type { NormFacets, StatusHistory, StatusSubject } from './status-subject.ts'
import type { Snapshot } from '../question/snapshot.ts'

/**
 * The articles of an instrument that must be free of reservations: those that the norm's definition calls core, else
 * those that carry it. Undefined: all.
 */
export const coreOf = (
  { instrument, articles }: Pick<NormLink, 'instrument' | 'articles'>,
  { coreArticles }: Pick<NormTerms, 'coreArticles'>,
): readonly string[] | undefined => {
  const named = coreArticles
    .filter((article) => article.startsWith(`${instrument} `))
    .map((article) => article.slice(instrument.length + 1))
  const core = named.length > 0 ? named : articles
  return core.length === 0 ? undefined : core
}

/** An instrument of a norm: its law, and what was attached to it. */
interface Instrument {
  readonly law: TreatyLaw
  readonly attached: AttachedTo
}

/** The scores that the norm's definition asks for, by actor. */
const loadPractice = async (
  world: Snapshot,
  terms: NormTerms,
): Promise<((actor: string) => readonly Span<true>[]) | undefined> => {
  const rule = terms.internalized
  if (rule === undefined) return undefined
  const scores = await loadScores(world, rule.rater, rule.indicator)
  return (actor) =>
    practised(
      [...scores].flatMap(([year, ofYear]) => {
        const score = ofYear.get(actor)
        return score === undefined ? [] : [{ year, value: score.value, decidedBy: score.decidedBy }]
      }),
      rule,
    )
}

/** The articles of a monitoring link that declarations under optional clauses have accepted. */
const acceptedOf = (link: NormLink, attached: AttachedTo, actor: string): Timeline<readonly string[]> =>
  mapValues(standing(attached.historyOf(actor).optionalClauses), (declarations) =>
    link.articles.filter((article) =>
      declarations.some(
        ({ provisions, certainty }) =>
          certainty === 'certain' && provisions.length > 0 && touchesAny(provisions, [article]),
      ),
    ),
  )

/** The instruments that carry a norm, and the parents that these need, by id. */
const loadInstruments = async (
  world: Snapshot,
  links: readonly NormLink[],
): Promise<ReadonlyMap<string, Instrument>> => {
  const instruments = new Map<string, Instrument>()
  for (const id of links.flatMap(({ instrument, requiresParent = instrument }) => [instrument, requiresParent])) {
    if (instruments.has(id)) continue
    const law = await lawOf(world, id)
    instruments.set(id, { law, attached: await attachedTo(world, law) })
  }
  return instruments
}

/** All that a norm's status is composed of, as known at one moment. */
interface NormParts {
  readonly terms: NormTerms
  readonly links: readonly NormLink[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly positions: Awaited<ReturnType<typeof loadPositions>>
  readonly domestic: Awaited<ReturnType<typeof loadDomestic>>
  readonly practice: ((actor: string) => readonly Span<true>[]) | undefined
}

const loadParts = async (world: Snapshot, norm: string): Promise<NormParts> => {
  const links = await loadLinks(world, { norm })
  const terms = await loadNormTerms(world, norm)
  return {
    terms,
    links,
    instruments: await loadInstruments(world, links),
    positions: await loadPositions(world, norm),
    domestic: await loadDomestic(world, norm),
    practice: await loadPractice(world, terms),
  }
}

/** Where an actor stood under each instrument, by id. */
type Histories = ReadonlyMap<string, LegalHistory>

/** A link as an actor stood under it. */
const linkedFor = (
  actor: string,
  link: NormLink,
  { terms, instruments }: NormParts,
  histories: Histories,
): LinkedInstrument => {
  const { attached } = instruments.get(link.instrument) as Instrument
  const timelineOf = (id: string) => histories.get(id)?.timeline ?? []
  const isMonitoring = link.role === 'monitoring'
  return {
    instrument: link.instrument,
    role: link.role,
    timeline: timelineOf(link.instrument),
    from: link.from,
    to: link.to,
    reserved: isMonitoring ? [] : reservationsTo(attached.historyOf(actor), coreOf(link, terms)),
    ...(link.requiresParent !== undefined && {
      parent: { instrument: link.requiresParent, timeline: timelineOf(link.requiresParent) },
    }),
    ...(link.succeeds !== undefined && { succeeds: link.succeeds }),
    ...(link.scope !== undefined && { scope: link.scope }),
    ...(isMonitoring && link.articles.length > 0 && { accepted: acceptedOf(link, attached, actor) }),
  }
}

/** What stands beside the instruments for an actor; nothing of it does once the actor is extinct, at `end`. */
const evidenceFor = (actor: string, { terms, positions, domestic, practice }: NormParts, end: Day): NormEvidence => {
  const { endorsements = [], contestations = [] } = positions.get(actor) ?? {}
  const incorporating = (domestic.get(actor) ?? []).filter(({ value }) => value.incorporates)
  return {
    rule: terms.rule,
    endorsements: between(endorsements, ALWAYS, end),
    contestations: between(contestations, ALWAYS, end),
    incorporations: between(incorporating, ALWAYS, end),
    ...(practice !== undefined && { practised: practice(actor) }),
  }
}

/** How far the sources reach, by the instruments that carry the norm on the day. */
const coverageFor = (
  actor: string,
  links: readonly NormLink[],
  laws: readonly TreatyLaw[],
  histories: Histories,
  timeline: StatusHistory['timeline'],
): ReturnType<StatusSubject['coverageOf']> => {
  const under = new Map(laws.map((law) => [law.terms.treaty, coverageUnder(law, actor)]))
  const contributionsOn = (day: Day) =>
    links
      .filter((link) => holdsOn(link, day))
      .flatMap(({ role, instrument }) => {
        const found = under.get(instrument)
        if (found === undefined) return []
        const standingOnDay = at(histories.get(instrument)?.timeline ?? [], day)?.value
        return [{ role, standing: standingOnDay, coverage: found.on(day) }]
      })
  return {
    claims: [...under.values()].flatMap(({ claims }) => claims),
    // Which instruments count hangs on where the actor stands and on which of them carry the norm, too.
    edges: [
      ...[...under.values()].flatMap(({ edges }) => edges),
      ...cuts(links, timeline, ...[...under.keys()].map((id) => histories.get(id)?.timeline ?? [])),
    ],
    on: (day) => normCoverageOn(at(timeline, day)?.value.norm?.commitment ?? 'UNKNOWN', contributionsOn(day)),
  }
}

/**
 * A norm, ready to say where any actor stood towards it: over all instruments, what actors said of it, and what they
 * did at home.
 */
export const normSubject = async (world: Snapshot, norm: string): Promise<StatusSubject> => {
  const parts = await loadParts(world, norm)
  const { terms, links, instruments, positions, domestic } = parts
  const named = [...new Set(links.map(({ instrument }) => instrument))]
  const laws = named.map((id) => (instruments.get(id) as Instrument).law)
  const legalOf = memo(
    (actor: string): Histories => new Map([...instruments].map(([id, { law }]) => [id, historyOf(law, actor)])),
  )
  const historyOfActor = memo((actor: string): StatusHistory => {
    const histories = legalOf(actor)
    const end = laws[0]?.lives.get(actor)?.extinctFrom ?? FOREVER
    const timeline = normStatus(
      links.map((link) => linkedFor(actor, link, parts, histories)),
      evidenceFor(actor, parts, end),
    )
    return {
      timeline: mapValues(timeline, standingOf),
      anomalies: distinct(
        named.flatMap((id) => [
          ...(histories.get(id)?.anomalies ?? []),
          ...(instruments.get(id)?.attached.historyOf(actor).anomalies ?? []),
        ]),
      ),
    }
  })
  return {
    kind: 'norm',
    id: norm,
    name: world.names.nameOf('norm', norm),
    laws,
    actors: [
      ...new Set([...laws.flatMap((law) => participantsOf(law)), ...positions.keys(), ...domestic.keys()]),
    ].toSorted(),
    historyOf: historyOfActor,
    coverageOf: (actor) => coverageFor(actor, links, laws, legalOf(actor), historyOfActor(actor).timeline),
    domesticOf: (actor): readonly Span<DomesticStanding>[] => domestic.get(actor) ?? [],
    superseded: terms.superseded,
  }
}

/** A norm standing as every status is told, with the facets of a norm. */
const standingOf = (value: NormStanding): StatusHistory['timeline'][number]['value'] => ({
  status: value.status,
  possible: value.possible,
  spell: value.spell,
  marks: value.marks,
  norm: facetsOf(value),
  ...(value.reason !== undefined && { reason: value.reason }),
})

const facetsOf = ({
  commitment,
  committed,
  contestation,
  reservations,
  scope,
  byScope,
  monitoring,
  institutionalizedBy,
}: NormStanding): NormFacets => ({
  commitment,
  committed,
  contestation,
  reservations,
  scope,
  byScope,
  monitoring,
  institutionalizedBy,
})

const distinct = (anomalies: readonly Anomaly[]): readonly Anomaly[] => [
  ...new Map(anomalies.map((anomaly) => [JSON.stringify(anomaly), anomaly])).values(),
]
