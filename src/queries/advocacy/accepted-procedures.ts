import { ofKind } from '../../../projections/compose/reservations/attachment.ts'
import { standing, touchesAny } from '../../../projections/compose/reservations/standing-attachments.ts'
import { allOf, anyOf, finding, type Finding } from '../../../projections/compose/spiral/finding.ts'
import type { Truth } from '../../common/three-valued.ts'
import type { Day } from '../../time/day.ts'
import { at, holdsOn } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { hasReached } from '../status/adoption-threshold.ts'
import { loadLinks, type NormLink } from '../subjects/norms.ts'
import { attachedTo, type AttachedTo } from '../treaties/attachments.ts'
import { coverageOfActs, historyOf, lawOf, type TreatyLaw } from '../treaties/treaty-law.ts'
import { complaintProcedures } from './complaint-procedures.ts'

/** A treaty as one state stands under it. */
interface Instrument {
  readonly law: TreatyLaw
  readonly attached: AttachedTo
  readonly history: ReturnType<typeof historyOf>
}

const truthOf = (is: boolean | undefined): Truth => {
  if (is === undefined) return 'unknown'
  return is ? 'yes' : 'no'
}

/** Whether a state had consented to be bound by a treaty, and not left it, on a day. */
const consentTo = ({ law, history }: Instrument, day: Day): Finding => {
  const span = at(history.timeline, day)
  const value = truthOf(span === undefined ? undefined : hasReached(span.value.possible, 'CONSENTED'))
  const { treaty } = law.terms
  const words: Readonly<Record<Truth, string>> = {
    yes: `consent to ${treaty}`,
    no: `no consent to ${treaty}`,
    unknown: `whether it consented to ${treaty} is not known`,
  }
  return finding(value, words[value], {
    decidedBy: span?.decidedBy ?? [],
    ...(value === 'unknown' && { reason: 'consent-not-known' }),
  })
}

/** Whether nobody can tell what a text that is not classified says. */
const hasUnreadText = ({ attached }: Instrument, actor: string, day: Day): boolean =>
  ofKind(attached.attachments, 'declaration').some(
    (one) => one.actor === actor && (one.detail.kind ?? 'unclassified') === 'unclassified' && one.from.lo <= day,
  )

/** Whether a state had declared that it accepts a procedure under an article, on a day. */
const acceptanceOf = (instrument: Instrument, actor: string, article: string, day: Day): Finding => {
  const { law, attached } = instrument
  const { treaty } = law.terms
  const declarations = (at(standing(attached.historyOf(actor).optionalClauses), day)?.value ?? []).filter(
    ({ provisions }) => provisions.length > 0 && touchesAny(provisions, [article]),
  )
  const sure = declarations.find(({ certainty }) => certainty === 'certain')
  if (sure !== undefined) return finding('yes', `${treaty} ${article} accepted`, { decidedBy: sure.decidedBy })
  const isOpen =
    declarations.length > 0 ||
    hasUnreadText(instrument, actor, day) ||
    coverageOfActs(law, ['declaration'], day).state === 'none'
  if (!isOpen) return finding('no', `${treaty} ${article} not accepted`)
  return finding('unknown', `whether it accepted ${treaty} ${article} is not known`, { reason: 'acceptance-not-known' })
}

interface Procedure {
  readonly instrument: string
  readonly articles: readonly string[]
}

/** The protocols and procedures that watch over what an instrument demands, and complaints of individuals under it. */
const proceduresOf = (core: string, links: readonly NormLink[]): readonly Procedure[] => [
  ...links.filter(({ requiresParent }) => requiresParent === core),
  ...links.filter(
    ({ role, instrument, articles }) => role === 'monitoring' && instrument === core && articles.length > 0,
  ),
  ...complaintsUnder(core),
]

const complaintsUnder = (treaty: string): readonly Procedure[] =>
  complaintProcedures
    .filter((procedure) => procedure.of === treaty)
    .map(({ instrument, article }) => ({ instrument, articles: article === undefined ? [] : [article] }))

const carrying: ReadonlySet<string> = new Set(['core', 'regional', 'successor', 'protocol'])

/** What a state had accepted of a norm's instruments, by day. */
export interface AcceptedProcedures {
  /** A core instrument of the norm, and a protocol or complaint procedure of it. */
  readonly consent: (day: Day) => Finding
  /** A procedure by which individuals may complain of the state to an international body. */
  readonly complaints: (day: Day) => Finding
}

const loadInstruments = async (world: Snapshot, ids: readonly string[], actor: string) => {
  const instruments = new Map<string, Instrument>()
  for (const id of new Set(ids)) {
    if (world.names.subject('treaty', id) === undefined) continue
    const law = await lawOf(world, id)
    instruments.set(id, { law, attached: await attachedTo(world, law), history: historyOf(law, actor) })
  }
  return instruments
}

const notLinked = (what: string): Finding =>
  finding('unknown', `the norm's definition links no ${what}`, { reason: `no-${what.replaceAll(' ', '-')}-linked` })

/** Loads how a state stands under the instruments of a norm, and the procedures that belong to them. */
export const loadAcceptedProcedures = async (
  world: Snapshot,
  norm: string,
  actor: string,
): Promise<AcceptedProcedures> => {
  const links = await loadLinks(world, { norm })
  const named = [...new Set(links.map(({ instrument }) => instrument))]
  const all = named.flatMap((id) => [id, ...proceduresOf(id, links).map(({ instrument }) => instrument)])
  const instruments = await loadInstruments(world, all, actor)
  const accepted = ({ instrument, articles }: Procedure, day: Day): readonly Finding[] => {
    const found = instruments.get(instrument)
    if (found === undefined) return []
    const consent = consentTo(found, day)
    if (articles.length === 0) return [consent]
    return [allOf(consent, anyOf(...articles.map((article) => acceptanceOf(found, actor, article, day))))]
  }
  const linkedOn = (day: Day, roles: ReadonlySet<string>): readonly string[] => [
    ...new Set(links.filter((link) => roles.has(link.role) && holdsOn(link, day)).map(({ instrument }) => instrument)),
  ]
  return {
    consent: (day) => {
      const cores = linkedOn(day, new Set(['core'])).flatMap((core) => instruments.get(core) ?? [])
      if (cores.length === 0) return notLinked('core instrument')
      return anyOf(
        ...cores.map((core) => {
          const procedures = proceduresOf(core.law.terms.treaty, links).flatMap((one) => accepted(one, day))
          return allOf(consentTo(core, day), procedures.length === 0 ? notLinked('procedure') : anyOf(...procedures))
        }),
      )
    },
    complaints: (day) => {
      const procedures = linkedOn(day, carrying)
        .flatMap(complaintsUnder)
        .flatMap((one) => accepted(one, day))
      return procedures.length === 0 ? notLinked('complaint procedure') : anyOf(...procedures)
    },
  }
}
