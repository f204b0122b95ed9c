import { coverageText } from '../question/coverage-fields.ts'
import { counted } from '../question/output-fields.ts'
import { echoText, type Echo } from '../question/echo.ts'
import { tippingText } from '../spread/spread-text.ts'
import type { Contestation, ContestationPart } from './contestation-answer.ts'
import type { Objector } from './objectors.ts'

/** So many lines of a list are shown where no part is asked for. */
const shown = 8

const right = (value: string | number, width: number): string => String(value).padStart(width)
const decimals = (value: number | null, width = 5): string => (value === null ? '-' : value.toFixed(3)).padStart(width)
const percent = (share: number | null): string => (share === null ? 'unknown' : `${(100 * share).toFixed(1)} %`)

/** The first lines of a list where all parts are shown, all of them where one is. */
const someOf = (lines: readonly string[], { part }: Pick<Contestation, 'part'>, name: ContestationPart) =>
  part !== null || lines.length <= shown
    ? lines
    : [...lines.slice(0, shown), `  … and ${lines.length - shown} more: ask for the part ${name}`]

const classWords: Readonly<Record<Objector['class'], string>> = {
  persistent: 'persistent objectors: objected repeatedly, first before the tipping date, no consent since',
  subsequent: 'subsequent objectors: the same, first on the tipping date or after it',
  single: 'objected once: neither',
  consented: 'objected, and had consented or did since',
  withdrawn: 'objected, and took it back',
  contesting: 'contest the application alone',
  'none-recorded': 'nothing recorded against the norm, which is no "no"',
  unknown: 'unknown',
}

const statementText = ({ earliest, latest, stance, type, text, events }: Objector['statements'][number]): string =>
  `         ${earliest ?? 'undated'}${latest === earliest ? '' : ` to ${latest ?? 'undated'}`}  ${stance} (${type})` +
  `${text === null ? '' : `: ${text}`}  [${events.join(' ')}]`

const objectorLines = (one: Objector): readonly string[] => [
  `  ${one.state.padEnd(6)} ${one.name}` +
    `${one.reasons.length === 0 ? '' : ` (${one.reasons.join(', ')})`}` +
    `${one.consent === null ? '' : `; consented ${one.consent}`}; consent: ${coverageText(one.consentKnown)}`,
  ...one.statements.map(statementText),
]

const objectorsText = (found: Contestation): readonly string[] => {
  const classes = [...new Set(found.objectors.map((one) => one.class))]
  return [
    ...(found.objectors.length === 0
      ? ['nothing that any state said against the norm is recorded: who objects is unknown']
      : []),
    ...classes.flatMap((name) => [
      classWords[name],
      ...found.objectors.filter((one) => one.class === name).flatMap(objectorLines),
    ]),
  ]
}

const contestedText = ({ contested }: Contestation): readonly string[] => {
  const { validity, application, withdrawals, years, ofNoOneYear } = contested
  const of = ({ statements, states, standing }: typeof validity): string =>
    `${counted(statements, 'statement')} of ${counted(states, 'state')}, ${standing} standing`
  if (validity.statements + application.statements + withdrawals === 0) return []
  return [
    `against its validity: ${of(validity)}; against its application: ${of(application)}; taken back: ${withdrawals}`,
    ...years.map(
      (year) =>
        `  ${year.year}  validity ${year.validity}, application ${year.application}, taken back ${year.withdrawals}`,
    ),
    ...(ofNoOneYear === 0 ? [] : [`  ${ofNoOneYear} of no one year`]),
  ]
}

/** What is known of the share: at most so much, or why nothing. */
const shareText = ({ legitimacy: now }: Contestation): string => {
  const rest = `open of ${now.uncertain}; acts of ${now.covered} covered, of ${now.carried} carried`
  if (now.reason === 'no-members') return 'unknown: the system has no members'
  if (now.share === null)
    return (
      `unknown (${now.reason}): whether any of the ${now.consented} of ${now.system} that consented contest the ` +
      `validity, nobody recorded; ${rest}`
    )
  return (
    `at most ${percent(now.atMost)}, as far as statements are recorded (${now.legitimate} of ${now.system} = ` +
    `${percent(now.share)} consented and are not recorded to contest the validity; ${rest})`
  )
}

const legitimacyText = (found: Contestation): readonly string[] => {
  const { legitimacy: now, part } = found
  const years = now.years.map(
    (one) =>
      `${one.year} ${right(one.system, 7)} ${right(one.consented, 10)} ${right(one.contested, 10)} ` +
      `${right(one.legitimate, 11)} ${right(one.uncertain, 10)} ${decimals(one.share, 6)} ${decimals(one.atMost, 8)} ` +
      `${decimals(one.breadth, 8)}`,
  )
  return [
    `legitimacy on ${now.day}: ${shareText(found)}`,
    `  breadth over regions: ${decimals(now.breadth).trim()} (of all members ${decimals(now.breadthOfSystem).trim()})` +
      `${now.unplaced === 0 ? '' : `; ${now.unplaced} of no known region`}`,
    ...(part === 'legitimacy'
      ? ['year  system  consented  contested  legitimate  uncertain  share  at most  breadth', ...years]
      : []),
  ]
}

const shallowText = (found: Contestation): readonly string[] => {
  const of = (is: string): number => found.shallow.filter((one) => one.shallow === is).length
  const listed = found.shallow.filter((one) => one.shallow === 'yes' || found.part !== null)
  const lines = listed.map(
    (one) =>
      `  ${one.state.padEnd(6)} ${one.shallow.padEnd(7)} ${one.commitment.padEnd(15)} ` +
      [
        ...one.signs,
        ...one.reservations.map(({ treaty, reservation }) => `reservation ${treaty} ${reservation}`),
        ...(found.part === null ? [] : one.unknown),
      ].join('; '),
  )
  return [
    `shallow commitment: ${of('yes')} known of ${found.shallow.length} bound; ${of('no')} known not to be shallow; ` +
      `not known of ${of('unknown')}` +
      `${found.maybeBound === 0 ? '' : `; whether ${found.maybeBound} more are bound is open`}`,
    ...someOf(lines, found, 'shallow'),
  ]
}

/** Under which instruments others may have objected, since no source tells who did. */
const mayBeMore = ({ objectionsKnown }: Contestation): string => {
  const open = objectionsKnown.filter(({ covered }) => covered.state === 'none').map(({ treaty }) => treaty)
  return open.length === 0 ? '' : ` recorded; no source says that it holds all objections under ${open.join(', ')}`
}

const reservationsText = (found: Contestation): readonly string[] => [
  `reservations that are objected to: ${found.contestedReservations.length}${mayBeMore(found)}`,
  ...someOf(
    found.contestedReservations.map(
      (one) =>
        `  ${one.state.padEnd(6)} ${one.treaty} ${one.reservation}${one.core ? ' (core)' : ''}: ` +
        `${one.objectors.length} of ${one.parties} parties = ${percent(one.share)}, precluding ` +
        `${one.precluding.length}` +
        ` · objections: ${coverageText(one.covered)}`,
    ),
    found,
    'reservations',
  ),
]

const whyNone = {
  'no-score-asked': 'unknown: no score was asked for (ask with score, such as cirights:physint)',
  'no-score-by-then': 'unknown: nobody is scored by the day asked about',
  'unknown-direction': 'unknown: nobody says what a higher value of the score means',
} as const

const decouplingText = (found: Contestation): readonly string[] => {
  const { reason, score, year, ranked, members, states } = found.decoupling
  if (reason !== null) return [`decoupling: ${whyNone[reason]}`]
  const lines = states.map(
    (one) =>
      `  ${one.state.padEnd(6)} ${right(one.gap === null ? '-' : one.gap.toFixed(1), 7)} ${decimals(one.scaled, 7)} ` +
      `${one.commitment.padEnd(15)} ${right(one.practice ?? '-', 7)}  decay: ${one.decay}` +
      `${one.unknown === null ? '' : ` (${one.unknown})`}`,
  )
  return [
    `decoupling: rank of commitment less rank of practice by ${score} in ${year}, among the ${ranked} of ` +
      `${members} members with both`,
    '  commitment by the treaty layer, up to BOUND: domestic acts, which are recorded of few, count for none',
    '  state      gap  scaled commitment      practice',
    ...someOf(lines, found, 'decoupling'),
    `  practice decayed over ${found.parameters.decayYears} years under an unchanged commitment: ` +
      `${states.filter(({ decay }) => decay === 'yes').length}, unknown of ` +
      `${states.filter(({ decay }) => decay === 'unknown').length}`,
  ]
}

const absentText = (found: Contestation): readonly string[] => {
  const of = (is: string): number => found.absent.filter((one) => one.class === is).length
  const listed = found.absent.filter((one) => one.class === 'absent' || found.part !== null)
  const lines = listed.map(
    (one) =>
      `  ${one.state.padEnd(6)} ${one.class.padEnd(9)} signed nothing ${one.from} to ${one.until}; in force for ` +
      `${one.inForce} of ${one.peers} in ${one.region ?? 'no known region'}` +
      `${one.mayBeInForce === 0 ? '' : ` (${one.mayBeInForce} more may be)`}` +
      `${one.signed === null ? '' : `; signed ${one.signed}`}${one.reason === null ? '' : ` (${one.reason})`}`,
  )
  return [
    `stayed away for ${found.parameters.years} years while the norm was in force for half of their region: ` +
      `${of('absent')}; for fewer: ${of('peers-few')}; unknown: ${of('unknown')}`,
    ...someOf(lines, found, 'absent'),
  ]
}

const partText: Readonly<Record<ContestationPart, (found: Contestation) => readonly string[]>> = {
  objectors: (found) => [...tippingText(found), ...objectorsText(found)],
  legitimacy: (found) => [...contestedText(found), ...legitimacyText(found)],
  shallow: shallowText,
  reservations: reservationsText,
  decoupling: decouplingText,
  absent: absentText,
}

/** What a person reads: all parts in brief, or the one that was asked for whole. */
export const contestationText = (found: Contestation & Echo<'asked'>): string =>
  [
    `${found.norm} · contestation${found.state === null ? '' : ` by ${found.state}`} · ${found.system} system · ` +
      echoText(found),
    ...(found.part === null ? Object.values(partText).flatMap((text) => text(found)) : partText[found.part](found)),
    ...(found.part === null ? found.notMeasured.map((one) => `left out: ${one}`) : []),
  ].join('\n')
