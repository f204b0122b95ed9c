import { clocksOf } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, fill } from '../elements/element.ts'
import { boundWords, kindWords } from '../state/membership-lanes.ts'
import { decidingEvents, membershipTrail, type AskedMembership } from '../why/membership-trail.ts'
import { dayWords } from '../words/days.ts'
import { fromWhenWords } from '../words/when.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import { nameOn } from '../words/names-then.ts'
import { nameOf } from './leavers.ts'
import { membersTable, type MemberOn, type MembersOn } from './members-table.ts'
import type { Leaver, Member } from './members.ts'
import { reachWords } from './sentence.ts'

interface Wanted {
  readonly igo: string
  readonly name: string
  readonly members: readonly Member[]
  readonly column: HTMLElement
  /** Whose why the address asks for. */
  readonly first: string | undefined
}

/** Who belonged to an organisation on the day that is looked at, and why whoever is chosen did. */
export const membersOnDay = ({ igo, name, members, column, first }: Wanted) => {
  const [table, reach] = [el('div', { class: 'members-of' }), el('p', { class: 'note' })]
  const [fillTable, fillColumn] = [part(table), part(column)]
  let chosen = first
  const explain = (asked: AskedMembership): void =>
    void fillColumn({
      what: 'why',
      load: () => decidingEvents(asked.decidedBy),
      show: (events) => membershipTrail(asked, events),
    })
  const tell = (member: MemberOn, day: string): void => {
    chosen = member.state
    restate({ why: member.state })
    explain({ ...member, day, organisation: name, says: memberSays(member, name, day), notes: notesOf(member) })
  }
  const tellLeaver = (leaver: Leaver): void => explain(askedOf(leaver, name))
  const show = (day: string): void => {
    void fillTable({
      what: 'the members on this date',
      load: () =>
        bodyOf(
          v1.GET('/v1/members/{igo}', {
            params: { path: { igo }, query: { asOf: day, ...clocksOf(currentAddress()) } },
          }),
        ),
      show: (found) => {
        fill(reach, reachWords(found.coverage, currentAddress().sources))
        retell(found)
        return found.members.length === 0
          ? el('p', {}, `Nobody on record belonged to it on ${dayWords(day)}.`)
          : membersTable(found, (member) => tell(member, day))
      },
    })
  }
  /** Whoever is chosen is told anew for another day. */
  const retell = (found: MembersOn): void => {
    const member = found.members.find(({ state }) => state === chosen)
    if (member !== undefined) return tell(member, found.asOf)
    const known = members.find(({ state }) => state === chosen)
    if (known === undefined) invite(column)
    else
      fill(
        column,
        el('h2', {}, nameOn(known.state, found.asOf, known.name)),
        el('p', {}, `It did not belong to ${actorInSentence(name)} on ${dayWords(found.asOf)}.`),
      )
  }
  return { table, reach, show, tellLeaver }
}

/** A membership that ended, to be told why. */
const askedOf = (leaver: Leaver, organisation: string): AskedMembership => {
  const { member, row } = leaver
  const suspended = row.suspended.map(
    ({ from, ground, scope }) =>
      `Its rights (${scope}) were suspended` +
      `${from === null ? '' : ` from ${dayWords(from)}`}${ground === null ? '' : `: ${ground}`}.`,
  )
  const until = row.until === null ? '' : `, ${fromWhenWords('until', row.until)}`
  const says = `${capitalized(kindWords(row.kind))} ${fromWhenWords('since', row.since)}${until}.`
  return {
    state: member.state,
    name: nameOf(leaver),
    organisation,
    says,
    decidedBy: row.decidedBy,
    notes: suspended,
  }
}

const invite = (column: HTMLElement): void =>
  fill(
    column,
    el('h2', {}, 'Why'),
    el('p', { class: 'note' }, 'Choose a member in the table to read which acts decided it.'),
  )

const memberSays = ({ name, kind, since, certainty }: MemberOn, organisation: string, day: string): string => {
  const verb = certainty === 'certain' ? 'was' : 'may have been'
  const article = /^[aeo]/.test(kindWords(kind)) ? 'an' : 'a'
  return capitalized(
    `${actorInSentence(name)} ${verb} ${article} ${kindWords(kind)} of ${actorInSentence(organisation)} on ` +
      `${dayWords(day)}, ${fromWhenWords('since', since)}.`,
  )
}

const notesOf = ({ suspended, exitPending, coverage }: MemberOn): readonly string[] => [
  ...(suspended === null ? [] : [`Its rights were suspended: ${suspended}. It was a member all the same.`]),
  ...(exitPending === null ? [] : [`It had given notice of leaving: ${boundWords(exitPending)}.`]),
  reachWords(coverage, currentAddress().sources),
]
