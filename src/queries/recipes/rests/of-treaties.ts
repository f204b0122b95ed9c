import { attachmentKind } from '../../../events/treaty.ts'
import { lastDayOfYear } from '../../../time/day.ts'
import type { Telling } from '../../holdings/telling.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { loadTerms } from '../../treaties/load-treaty.ts'
import { treatiesOf } from '../../treaties/all-treaties.ts'
import { claimsTell } from './of-claims.ts'
import { claimsOfMembershipsTell, membershipsTell } from './of-memberships.ts'
import { livesTell } from './of-states.ts'
import { attached, organisationsOf } from './of-subject.ts'

/** What tells whom the treaties bound that anybody could act under by the end of a year: all that the log knows. */
export const treatiesTell = async (world: Snapshot, through: number): Promise<readonly Telling[]> => {
  const organisations = new Set<string>()
  for (const treaty of await treatiesOf(world, undefined)) {
    const terms = await loadTerms(world, treaty)
    for (const igo of terms === undefined ? [] : organisationsOf(terms)) organisations.add(igo)
  }
  return [
    {
      stream: 'treaty-',
      counts: ({ type }) => type !== 'IdentifierMapped' && !Object.hasOwn(attachmentKind, type),
      by: lastDayOfYear(through),
    },
    ...claimsTell(
      'treaties',
      () => true,
      (of) => !attached.has(of),
    ),
    ...livesTell(),
    ...(await membershipsTell(world, { only: [...organisations] })),
    ...(organisations.size === 0 ? [] : await claimsOfMembershipsTell(world, [...organisations])),
  ]
}
