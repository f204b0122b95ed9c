import type { AbsenceOut, MembershipOut } from './membership-output.ts'

const maybe = (certainty: 'certain' | 'possible'): string => (certainty === 'possible' ? ' (possible)' : '')
const ground = (text: string | null): string => (text === null ? '' : `: ${text}`)
const oddities = (list: MembershipOut['anomalies']): readonly string[] =>
  list.map((found) => `    ! ${found.code}: ${found.says} (${found.article})`)

const effectOf = ({ effect, basis }: NonNullable<MembershipOut['exitPending']>): string =>
  effect === null ? '; when it takes effect is not known' : `, out from ${effect} (${basis})`

/** What a person reads of one membership: the standing on one line, and what qualifies it below. */
export const linesOfMembership = (one: MembershipOut): readonly string[] => [
  `  ${one.igo.padEnd(12)} ${one.kind.padEnd(10)} since ${one.since.padEnd(11)} ` +
    `${one.certainty === 'possible' ? '(possible) ' : ''}${one.name}`,
  ...(one.suspended === null
    ? []
    : [
        `    suspended (${one.suspended.scope}) since ` +
          `${one.suspended.since}${maybe(one.suspended.certainty)}` +
          `${ground(one.suspended.ground)}`,
      ]),
  ...(one.cooperationCeased === null
    ? []
    : [
        '    cooperation ceased since ' +
          `${one.cooperationCeased.since}${maybe(one.cooperationCeased.certainty)}` +
          `${ground(one.cooperationCeased.ground)}`,
      ]),
  ...(one.exitPending === null
    ? []
    : [
        '    gave notice of withdrawal on ' +
          `${one.exitPending.notified}${effectOf(one.exitPending)}${maybe(one.exitPending.certainty)}`,
      ]),
  ...one.representedBy.map(
    ({ government, since, certainty }) =>
      `    represented by ${government}${since === null ? '' : ` since ${since}`}${maybe(certainty)}`,
  ),
  ...one.conditions.map(
    ({ condition, since, deadline, certainty }) =>
      `    condition since ${since}${deadline === null ? '' : `, due ${deadline}`}${maybe(certainty)}: ${condition}`,
  ),
  ...oddities(one.anomalies),
]

const why = (state: string, { standing, ended, certainty }: AbsenceOut, igo: string): string => {
  if (standing === 'ceased')
    return `${state} is not a member of ${igo}: it ceased to be one on ${ended}${maybe(certainty)}`
  if (standing === 'not-yet') return `${state} was not a member of ${igo}`
  return `no membership of ${state} in ${igo} is recorded`
}

const beginsText = ({ begins, standing }: AbsenceOut): string => {
  if (begins === null) return ''
  return standing === 'ceased' ? `, and came back on ${begins}` : ` before ${begins}`
}

/** What a person reads where the state is no member of the organisation asked about. */
export const lineOfAbsence = (state: string, absent: AbsenceOut): readonly string[] => [
  `  ${why(state, absent, absent.igo)}${beginsText(absent)} · ${absent.name}`,
  ...(absent.applied === null
    ? []
    : [`    asked to be admitted on ${absent.applied.since}${maybe(absent.applied.certainty)}`]),
  ...oddities(absent.anomalies),
  ...(absent.decidedBy.length === 0 ? [] : [`    decided by ${absent.decidedBy.join(', ')}`]),
]
