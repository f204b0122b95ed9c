import { coverageText } from '../question/coverage-fields.ts'
import type { Echo } from '../question/echo.ts'
import { counted } from '../question/output-fields.ts'
import { clocksText } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'
import { decimals, missingText, predecessorsText, signed } from './convergence-text.ts'
import type { InfluenceAnswer } from './influence-answer.ts'
import { untoldText } from './rated-members.ts'

type Balance = InfluenceAnswer['balance']

/** Who came nearer to whom, in words. */
const moved = ({ onOthers, onState, net }: Balance, state: string): string => {
  const [others, own, more] = [onOthers ?? 0, onState ?? 0, net ?? 0]
  if (others <= 0 && own <= 0) return 'neither came nearer to where the other was'
  if (own <= 0) return `the others came nearer to where ${state} was, and it not to where they were`
  if (others <= 0) return `${state} came nearer to where the others were, and they not to where it was`
  if (more === 0) return 'both came nearer, and as much'
  return `both came nearer, ${more > 0 ? 'the others' : state} the more`
}

const balanceText = ({ balance, members, parameters, stateName }: InfluenceAnswer): readonly string[] => {
  const { years, received, own, pull, ratio, starts, onOthers, onState, net, rank, reason } = balance
  const rated = members.filter((one) => one.net !== null).length
  return [
    `  balance of ${counted(years, 'year')} as a rated member beside others: received ${decimals(received)} (own ` +
      `${decimals(own)}), pull exerted on the mean ${signed(pull)}, ratio ${signed(ratio)}`,
    net === null
      ? `  moves over ${parameters['years']} years: none can be looked at: ${reason}`
      : `  moves over ${counted(Number(parameters['years']), 'year')}, from ${counted(starts, 'year')}: ` +
        `B on the others ${signed(onOthers)}, of the others on it ${signed(onState)}, net ${signed(net)}: ` +
        `${moved(balance, stateName)}; place ${rank} of ${rated} by net`,
  ]
}

const yearLines = ({ years }: InfluenceAnswer): readonly string[] => [
  '  year  standing       own  others    mean of them       pull   on others    on state         net',
  ...years.map(
    (one) =>
      `  ${one.year}  ${one.standing.padEnd(11)} ` +
      `${(one.own === null ? '-' : String(Number(one.own.toFixed(3)))).padStart(6)}` +
      `  ${String(one.others ?? '-').padStart(6)}  ${decimals(one.meanOfOthers).padStart(14)}  ` +
      `${signed(one.pull).padStart(9)}` +
      `   ${signed(one.onOthers).padStart(9)}   ${signed(one.onState).padStart(9)}   ${signed(one.net).padStart(9)}`,
  ),
]

/** A membership may outlast its state, as that of Yugoslavia in the United Nations did, from 1992 to 2000. */
const kindText = (kind: InfluenceAnswer['events'][number]['kind']): string =>
  kind === 'extinct' ? 'the state ceased to exist, and its membership ended (extinct)' : kind

const eventLines = ({ events, stateName }: InfluenceAnswer): readonly string[] =>
  events.flatMap(({ kind, year, same, before, after, change, reason, window }) => [
    `  ${kindText(kind)} in ${year}: the same ${counted(same.length, 'other')} ` +
      (reason === null
        ? `${decimals(before)} before, ${decimals(after)} from then on (${signed(change)})`
        : `cannot be compared: ${reason}`),
    ...window
      .filter(({ others }) => (others ?? 0) > 0)
      .map(
        ({ offset, others, meanOfOthers, meanOfSame, own }) =>
          `    ${String(offset).padStart(2)}  the others ${decimals(meanOfOthers)} (${others}), the same ` +
          `${decimals(meanOfSame)}, ${stateName} ${decimals(own)}`,
      ),
  ])

const memberLine = ({ state, starts, received, pull, onOthers, onState, net, rank, reason }: Balance): string =>
  `    ${String(rank ?? '-').padStart(3)}  ${state.padEnd(5)} net ${signed(net).padStart(9)}  on others ` +
  `${signed(onOthers).padStart(9)}, on it ${signed(onState).padStart(9)}, pull ${signed(pull)}, received ` +
  `${decimals(received)}${reason === null ? ` (${starts})` : `: ${reason}`}`

/** How many members the text lists where it does not list them all. */
const most = 10

const memberLines = ({ members, part, parameters }: InfluenceAnswer): readonly string[] => {
  const listed = part === 'members' ? members : members.slice(0, most)
  const more = members.length - listed.length
  return [
    `  every member by net over ${parameters['years']} years`,
    ...listed.map(memberLine),
    ...(more > 0 ? [`    and ${more} more, by part members`] : []),
  ]
}

const partText = (found: InfluenceAnswer): readonly string[] => {
  if (found.part === 'years') return yearLines(found)
  if (found.part === 'events') return eventLines(found)
  if (found.part === 'members') return memberLines(found)
  return [...yearLines(found), ...eventLines(found), ...memberLines(found)]
}

export const influenceText = (found: InfluenceAnswer & Echo<'parameter'>): string => {
  const { parameters, coverage } = found
  return [
    `${found.state} and ${found.igo} · ${found.stateName} and ${found.name} · ${parameters['score']}, ` +
      `${parameters['from']} to ${parameters['to']} · ${clocksText(found)}` +
      policyText({ sources: String(parameters['sources']) }),
    ...predecessorsText(found),
    ...untoldText(found.untold, Number(parameters['from'])),
    ...balanceText(found),
    ...partText(found),
    ...missingText(found.missing),
    `  memberships: ${coverageText(coverage.memberships)}`,
    `  scores: ${coverageText(coverage.scores)}`,
    ...found.says.map((line) => `  ${line}`),
  ].join('\n')
}
