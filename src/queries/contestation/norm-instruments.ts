import type { Day } from '../../time/day.ts'
import { at, holdsOn } from '../../time/timeline.ts'
import { isInForce } from '../../../projections/compose/norm/norm-statuses.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { coreOf } from '../status/norm-subject.ts'
import { loadLinks, loadNormTerms, type NormLink } from '../subjects/norms.ts'
import { attachedTo, type AttachedTo } from '../treaties/attachments.ts'
import { loadReservationRule } from '../treaties/load-attachments.ts'
import { lawOf, type TreatyLaw } from '../treaties/treaty-law.ts'

/** An instrument that carries a norm on the day asked about, with what was attached to it. */
export interface NormInstrument {
  readonly link: NormLink
  readonly law: TreatyLaw
  readonly attached: AttachedTo
  /** The articles that must be free of reservations; undefined: all. */
  readonly core: readonly string[] | undefined
  /** Whether the treaty permits no reservation: then none that is not recorded can stand. */
  readonly isWithoutReservations: boolean
}

/** The instruments that carry a norm on the world's day. */
export const loadNormInstruments = async (world: Snapshot, norm: string): Promise<readonly NormInstrument[]> => {
  const [links, terms] = [await loadLinks(world, { norm }), await loadNormTerms(world, norm)]
  const found: NormInstrument[] = []
  for (const link of links.filter((one) => holdsOn(one, world.asOf))) {
    const law = await lawOf(world, link.instrument)
    found.push({
      link,
      law,
      attached: await attachedTo(world, law),
      core: coreOf(link, terms),
      isWithoutReservations: (await loadReservationRule(world, link.instrument)) === 'prohibited',
    })
  }
  return found
}

/** Those that bind: neither soft law nor mere monitoring. */
export const binding = (instruments: readonly NormInstrument[]): readonly NormInstrument[] =>
  instruments.filter(({ link }) => link.role !== 'monitoring' && link.role !== 'softLaw')

/** Whether an instrument is in force for an actor on a day; undefined where what is possible does not tell. */
export const inForceOn = ({ attached }: NormInstrument, actor: string, day: Day): boolean | undefined => {
  const possible = at(attached.partyOf(actor).timeline, day)?.value.possible ?? []
  if (possible.length === 0) return undefined
  if (possible.every(isInForce)) return true
  return possible.some((status) => status === 'UNKNOWN' || isInForce(status)) ? undefined : false
}
