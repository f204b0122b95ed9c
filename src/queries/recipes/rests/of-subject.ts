import type { Terms } from '../../../../projections/compose/treaty/terms.ts'
import { attachmentKind } from '../../../events/treaty.ts'
import type { Telling } from '../../holdings/telling.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import type { StatusSubject } from '../../status/status-subject.ts'
import { loadLinks, loadNormTerms } from '../../subjects/norms.ts'
import { loadTerms } from '../../treaties/load-treaty.ts'
import { organisationsIn, parentsIn, participantsOf } from '../../treaties/treaty-law.ts'
import { claimsTell } from './of-claims.ts'
import { claimsOfMembershipsTell, membershipsTell } from './of-memberships.ts'
import { livesTell } from './of-states.ts'
import { scoresTell } from './of-years.ts'

/** The organisations whose members a treaty asks after: for its entry into force, to whom it is open, how it ends. */
export const organisationsOf = ({ entryIntoForce: rule, openTo, exit }: Terms): readonly string[] => [
  ...(rule === 'unknown' ? [] : organisationsIn(rule.trigger)),
  ...(openTo?.membersOf ?? []),
  ...(typeof exit === 'string' || exit.endsWithMembership === undefined ? [] : [exit.endsWithMembership]),
]

/** Treaties with those for whose entry into force they wait, by id. */
const withParents = async (world: Snapshot, treaties: readonly string[]): Promise<ReadonlyMap<string, Terms>> => {
  const found = new Map<string, Terms>()
  const asked = new Set(treaties)
  // A set that grows is walked to its end: what is added is looked at, too.
  for (const treaty of asked) {
    const terms = await loadTerms(world, treaty)
    if (terms === undefined) continue
    found.set(treaty, terms)
    if (terms.entryIntoForce !== 'unknown')
      for (const parent of parentsIn(terms.entryIntoForce.trigger)) asked.add(parent)
  }
  return found
}

/** What is attached to acts, and decides nobody's status under a treaty. */
export const attached: ReadonlySet<string> = new Set(Object.values(attachmentKind))

/** What is told in the streams of treaties of who is bound: without what is attached, where nobody asks for that. */
const actsTell = (treaties: Iterable<string>, hasAttachments: boolean): readonly Telling[] =>
  [...treaties].map((treaty) => ({
    stream: `treaty-${treaty}`,
    counts: ({ type }) => type !== 'IdentifierMapped' && (hasAttachments || !Object.hasOwn(attachmentKind, type)),
  }))

/** What a norm is made of beside the treaties that carry it. */
const normTells = async (world: Snapshot, norm: string): Promise<readonly Telling[]> => {
  const { internalized: rule } = await loadNormTerms(world, norm)
  return [
    { stream: `norm-${norm}` },
    { stream: 'domestic-', counts: ({ data }) => data['norm'] === undefined || data['norm'] === norm },
    ...(rule === undefined ? [] : scoresTell(`${rule.rater}:${rule.indicator}`, undefined)),
  ]
}

/**
 * What tells how everybody stands under a treaty or norm: acts of whomever, for they decide when it is in force; its
 * clauses, and the members that these ask after; who succeeded whom; and what sources claim to hold in full.
 */
export const subjectTells = async (world: Snapshot, { kind, id, laws }: StatusSubject): Promise<readonly Telling[]> => {
  const parents = kind === 'norm' ? (await loadLinks(world, { norm: id })).map((link) => link.requiresParent) : []
  const named = [...laws.map(({ terms }) => terms.treaty), ...parents.filter((one) => one !== undefined)]
  const treaties = await withParents(world, named)
  const organisations = [...treaties.values()].flatMap(organisationsOf)
  const participants = new Set(laws.flatMap((law) => participantsOf(law)))
  return [
    ...actsTell(treaties.keys(), kind === 'norm'),
    ...claimsTell(
      'treaties',
      (treaty) => treaties.has(treaty),
      (of) => kind === 'norm' || !attached.has(of),
    ),
    ...livesTell((actor) => participants.has(actor)),
    ...(await membershipsTell(world, { only: organisations })),
    ...(organisations.length === 0 ? [] : await claimsOfMembershipsTell(world, organisations)),
    ...(kind === 'norm' ? await normTells(world, id) : []),
  ]
}
