import { subjectOf } from '../../../../projections/fold/fold.ts'
import { lastDayOfYear, type Day } from '../../../time/day.ts'
import { parseDate } from '../../../time/edtf.ts'
import type { Telling, ToldEvent } from '../../holdings/telling.ts'
import { loadIsCounted } from '../../memberships/formality.ts'
import type { Years } from '../../network/lag.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { claimsTell } from './of-claims.ts'
import { speaksOf } from './of-years.ts'

/** What of memberships is read. */
export interface MembershipsRead {
  /** The years of them; all where none are given. */
  readonly years?: Years | undefined
  /** In these organisations alone, whether they count or not. */
  readonly only?: readonly string[] | undefined
  /** Whether what organisations are called and numbered is read, too. */
  readonly named?: boolean
  /** Whether what a source coded of other years bears on these: where they are counted, or where its series ends. */
  readonly otherYears?: boolean
  /** Whether it is read how members came in, which years a source filled in, and whose rights were suspended. */
  readonly entry?: boolean
  readonly imputed?: boolean
  readonly suspended?: boolean
}

/** What says nothing of who is a member, by what it is read for. */
const besides: Readonly<Record<'named' | 'entry' | 'imputed' | 'suspended', readonly string[]>> = {
  named: ['IgoRenamed', 'IdentifierMapped'],
  entry: ['MembershipApplied', 'AccessionStepTaken', 'MembershipApplicationEnded'],
  imputed: ['MembershipsImputed'],
  suspended: [
    'MembershipSuspended',
    'MembershipReinstated',
    'RepresentationChanged',
    'CooperationCeased',
    'CooperationResumed',
  ],
}

/** What says of somebody that it is a member, or none. */
const ofMembers = new Set([
  'MembershipObserved',
  'MembershipStarted',
  'MembershipKindChanged',
  'MembershipEnded',
  'MembershipWithdrawalNotified',
])

/** What is read of conditions on members is no membership, and decides none. */
const never = ['ConditionAttached', 'ConditionResolved']

const typesNotRead = (read: MembershipsRead): ReadonlySet<string> => {
  const uses = Object.keys(besides) as (keyof typeof besides)[]
  return new Set([...never, ...uses.flatMap((use) => (read[use] === true ? [] : besides[use]))])
}

/** How somebody came in is told by what was done until then: whoever was a member by a day, by what was done by it. */
const isOfEntry = new Set(besides.entry)
const wasDoneBy = ({ occurred }: ToldEvent, day: Day | undefined): boolean =>
  day === undefined || occurred === undefined || parseDate(occurred).lo <= day

/** A run that goes on in the year after with another code did not end: years beside those that are read count, too. */
const around = ({ from, to }: Years): Years => ({ from: from - 1, to: to + 1 })

/**
 * What tells of memberships: of those that count in the world, unless organisations are named. Dated acts tell of each
 * other, so that all of them are read; what a source coded year by year tells of its years alone.
 */
export const membershipsTell = async (world: Snapshot, read: MembershipsRead): Promise<readonly Telling[]> => {
  const { years, only } = read
  const isNotRead = typesNotRead(read)
  const speaks = years === undefined ? undefined : speaksOf(around(years))
  const by = years === undefined ? undefined : lastDayOfYear(years.to)
  const isTold = (event: ToldEvent): boolean => {
    if (isNotRead.has(event.type)) return false
    if (isOfEntry.has(event.type)) return wasDoneBy(event, by)
    return event.type !== 'MembershipObserved' || speaks === undefined || read.otherYears === true || speaks(event)
  }
  const needs = (event: ToldEvent): boolean => ofMembers.has(event.type) && isTold(event)
  if (only !== undefined) return only.map((igo) => ({ stream: `igo-${igo}`, counts: isTold, by, needs }))
  const isCounted = await loadIsCounted(world)
  return [{ stream: 'igo-', counts: (event) => isCounted(subjectOf(event.stream)) && isTold(event), by, needs }]
}

/** What sources claim to hold of memberships in full. */
export const claimsOfMembershipsTell = async (
  world: Snapshot,
  only?: readonly string[],
): Promise<readonly Telling[]> => {
  const isCounted = only === undefined ? await loadIsCounted(world) : (igo: string) => only.includes(igo)
  return claimsTell('organisations', isCounted)
}
