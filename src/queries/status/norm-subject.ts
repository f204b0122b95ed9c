import { reservationsTo, standing, touchesAny } from '../../../projections/compose/reservations/standing-attachments.ts'
import { normCoverageOn } from '../../../projections/compose/coverage/norm-coverage.ts'
import { normStatus, type NormStanding } from '../../../projections/compose/norm/norm-status.ts'
import type { LinkedInstrument } from '../../../projections/compose/norm/links.ts'
import { practised } from '../../../projections/compose/norm/internalization.ts'
import { memo } from '../../common/memo.ts'
import type { Anomaly } from '../../../projections/compose/anomaly.ts'
import { ALWAYS, FOREVER } from '../../time/day.ts'
import { at, between, holdsOn, mapValues, type Span, type Timeline } from '../../time/timeline.ts'
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
const acceptedOf = (link: NormLink, { attached }: Instrument, actor: string): Timeline<readonly string[]> =>
  mapValues(standing(attached.historyOf(actor).optionalClauses), (declarations) =>
    link.articles.filter((article) =>
      declarations.some(
        ({ provisions, certainty }) =>
          certainty === 'certain' && provisions.length > 0 && touchesAny(provisions, [article]),
      ),
    ),
  )

/**
 * A norm, ready to say where any actor stood towards it: over all instruments, what actors said of it, and what they
 * did at home.
 */
export const normSubject = async (world: Snapshot, norm: string): Promise<StatusSubject> => {
  const [links, terms] = [await loadLinks(world, { norm }), await loadNormTerms(world, norm)]
  const instruments = new Map<string, Instrument>()
  for (const id of links.flatMap(({ instrument, requiresParent }) => [
    instrument,
    ...(requiresParent === undefined ? [] : [requiresParent]),
  ])) {
    if (instruments.has(id)) continue
    const law = await lawOf(world, id)
    instruments.set(id, { law, attached: await attachedTo(world, law) })
  }
  const [positions, domestic, practice] = [
    await loadPositions(world, norm),
    await loadDomestic(world, norm),
    await loadPractice(world, terms),
  ]
  const instrumentOf = (id: string): Instrument => instruments.get(id) as Instrument

  const laws = [...new Set(links.map(({ instrument }) => instrument))].map((id) => instrumentOf(id).law)
  const legalOf = memo((actor: string) => new Map([...instruments].map(([id, { law }]) => [id, historyOf(law, actor)])))
  const history = memo((actor: string): StatusHistory => {
    const histories = legalOf(actor)
    const timelineOf = (id: string) => histories.get(id)?.timeline ?? []
    const linked = links.map((link): LinkedInstrument => ({
      instrument: link.instrument,
      role: link.role,
      timeline: timelineOf(link.instrument),
      from: link.from,
      to: link.to,
      reserved:
        link.role === 'monitoring'
          ? []
          : reservationsTo(instrumentOf(link.instrument).attached.historyOf(actor), coreOf(link, terms)),
      ...(link.requiresParent !== undefined && {
        parent: { instrument: link.requiresParent, timeline: timelineOf(link.requiresParent) },
      }),
      ...(link.succeeds !== undefined && { succeeds: link.succeeds }),
      ...(link.scope !== undefined && { scope: link.scope }),
      ...(link.role === 'monitoring' &&
        link.articles.length > 0 && { accepted: acceptedOf(link, instrumentOf(link.instrument), actor) }),
    }))
    const { endorsements = [], contestations = [] } = positions.get(actor) ?? {}
    const end = laws[0]?.lives.get(actor)?.extinctFrom ?? FOREVER
    const timeline = normStatus(linked, {
      rule: terms.rule,
      endorsements: between(endorsements, ALWAYS, end),
      contestations: between(contestations, ALWAYS, end),
      incorporations: between(
        (domestic.get(actor) ?? []).filter(({ value }) => value.incorporates),
        ALWAYS,
        end,
      ),
      ...(practice !== undefined && { practised: practice(actor) }),
    })
    const named = new Set(links.map(({ instrument }) => instrument))
    return {
      timeline: mapValues(timeline, (value) => ({
        status: value.status,
        possible: value.possible,
        spell: value.spell,
        marks: value.marks,
        norm: facetsOf(value),
        ...(value.reason !== undefined && { reason: value.reason }),
      })),
      anomalies: distinct(
        [...named].flatMap((id) => [
          ...(histories.get(id)?.anomalies ?? []),
          ...instrumentOf(id).attached.historyOf(actor).anomalies,
        ]),
      ),
    }
  })
  /** How far the sources reach, by the instruments that carry the norm on the day. */
  const coverageOf: StatusSubject['coverageOf'] = (actor) => {
    const { timeline } = history(actor)
    const of = laws.map((law) => ({
      law,
      timeline: legalOf(actor).get(law.terms.treaty)?.timeline ?? [],
      coverage: coverageUnder(law, actor),
    }))
    return {
      claims: of.flatMap(({ coverage }) => coverage.claims),
      edges: of.flatMap(({ coverage }) => coverage.edges),
      on: (day) =>
        normCoverageOn(
          at(timeline, day)?.value.norm?.commitment ?? 'UNKNOWN',
          links
            .filter((link) => holdsOn(link, day))
            .flatMap((link) => {
              const found = of.find(({ law }) => law.terms.treaty === link.instrument)
              return found === undefined
                ? []
                : [
                    {
                      role: link.role,
                      standing: at(found.timeline, day)?.value,
                      coverage: found.coverage.on(day),
                    },
                  ]
            }),
        ),
    }
  }
  const actors = [
    ...new Set([...laws.flatMap((law) => participantsOf(law)), ...positions.keys(), ...domestic.keys()]),
  ].toSorted()
  const domesticOf = (actor: string): readonly Span<DomesticStanding>[] => domestic.get(actor) ?? []
  return {
    kind: 'norm',
    id: norm,
    name: world.names.nameOf('norm', norm),
    laws,
    actors,
    historyOf: history,
    coverageOf,
    domesticOf,
    superseded: terms.superseded,
  }
}

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
