import { sparkline } from '../../text/sparkline.ts'
import { coverageText } from '../question/coverage-fields.ts'
import type { Echo } from '../question/echo.ts'
import { counted } from '../question/output-fields.ts'
import { clocksText } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'
import type { ConvergenceAnswer } from './convergence-answer.ts'
import { untoldText, yearsText, type Missing } from './rated-members.ts'

type Ends = ConvergenceAnswer['mean']

/** A number with four decimals; `-` where there is none. */
export const decimals = (value: number | null): string => (value === null ? '-' : value.toFixed(4))
/** The same with its sign, of a change. */
export const signed = (value: number | null): string => {
  if (value === null) return '-'
  return value < 0 ? `−${Math.abs(value).toFixed(4)}` : `+${value.toFixed(4)}`
}

const endsText = ({ first, last, change }: Ends): string => `${decimals(first)} → ${decimals(last)} (${signed(change)})`

const sparklineOf = (values: readonly (number | null)[]): string =>
  sparkline(values, Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE))

/** `26: 20 joined, 6 rated-later`: of entrants or leavers, why they are. */
const rolesText = (members: ConvergenceAnswer['members'], role: 'entrant' | 'leaver'): string => {
  const those = members.filter((one) => one.role === role)
  const reasons = [...new Set(those.map(({ because }) => because))]
  const each = reasons.map((why) => `${those.filter(({ because }) => because === why).length} ${why}`)
  return those.length === 0 ? '0' : `${those.length}: ${each.join(', ')}`
}

/** `35 full members, 26 rated`; `not known` of a year whose members are unknown. */
const membersText = (year: ConvergenceAnswer['years'][number] | undefined): string =>
  year === undefined || year.members === null
    ? 'not known'
    : `${counted(year.members, 'full member')}, ${year.rated ?? 0} rated`

const varianceText = ({ variance, stayers, members }: ConvergenceAnswer): readonly string[] => {
  if (variance === null) return [`  variance: not taken apart: ${stayers.reason ?? 'fewer than two stayed'}`]
  const { counts } = variance
  return [
    `  variance ${endsText(variance)} = within stayers + entrants − leavers + between`,
    `    ${signed(variance.withinStayers).padStart(9)}  within the ${counts.stayers} stayers: enlargement netted out`,
    `    ${signed(variance.entrants).padStart(9)}  entrants (${rolesText(members, 'entrant')})`,
    `    ${signed(variance.leavers).padStart(9)}  leavers (${rolesText(members, 'leaver')}), to be taken away`,
    `    ${signed(variance.between).padStart(9)}  between`,
  ]
}

const groupText = (
  label: string,
  who: string,
  { n, mean, sigma, reason }: ConvergenceAnswer['panel'] | ConvergenceAnswer['stayers'],
) =>
  reason === null
    ? `  ${label} (${n} ${who}): sigma ${endsText(sigma)} · mean ${endsText(mean)}`
    : `  ${label}: ${reason}`

const placedText = (one: NonNullable<ConvergenceAnswer['placebo']>['measures'][number]): string =>
  one.reason === null
    ? `    ${one.measure.padEnd(16)} ${signed(one.own)}  drawn of ${one.pool}: ${signed(one.mean)}, the middle 95 % ` +
      `from ${signed(one.low)} to ${signed(one.high)}; ${one.below ?? '-'} of ${one.defined} lie at or below`
    : `    ${one.measure.padEnd(16)} ${signed(one.own)}  nothing drawn: ${one.reason}`

const placeboText = ({ placebo }: ConvergenceAnswer): readonly string[] => {
  if (placebo === null) return ['  no groups were drawn to hold these against']
  const [reason, ...others] = new Set(placebo.measures.map((one) => one.reason))
  if (reason !== null && others.length === 0) return [`  no groups were drawn to hold these against: ${reason}`]
  return [
    `  beside ${placebo.draws} groups of non-members as large, by seed ${placebo.seed}`,
    ...placebo.measures.map(placedText),
  ]
}

/** How many names a line of what is missing has at most. */
const most = 12

export const missingText = (missing: readonly Missing[]): readonly string[] => {
  const reasons = [...new Set(missing.map(({ why }) => why))]
  return reasons.map((why) => {
    const those = missing.filter((one) => one.why === why)
    const names = those.slice(0, most).map(({ state, years }) => `${state} (${yearsText(years)})`)
    return `  not counted, ${why}: ${names.join(', ')}${those.length > most ? `, and ${those.length - most} more` : ''}`
  })
}

/** The organisations whose members are counted, too. */
export const predecessorsText = ({ predecessors }: Pick<ConvergenceAnswer, 'predecessors'>): readonly string[] =>
  predecessors.map(({ igo, name, until }) => `  with the members of ${igo} (${name}) before ${until}`)

export const convergenceText = (found: ConvergenceAnswer & Echo<'parameter'>): string => {
  const { parameters, years, sigma, mean, panel, stayers, coverage } = found
  const [first, last] = [years[0], years.at(-1)]
  return [
    `${found.igo} · ${found.name} · ${parameters['score']}, ${parameters['from']} to ${parameters['to']} · ` +
      `${clocksText(found)}${policyText({ sources: String(parameters['sources']) })}`,
    ...predecessorsText(found),
    ...untoldText(found.untold, Number(parameters['from'])),
    `  ${membersText(first)} → ${last?.members == null ? 'not known' : `${last.members}, ${last.rated ?? 0} rated`} ` +
      `(on ${parameters['at']})`,
    `  sigma  ${sparklineOf(years.map((one) => one.sigma))}  ${endsText(sigma)}, slope ${signed(sigma.slope)} a year` +
      (sigma.years < years.length ? ` over the ${counted(sigma.years, 'year')} that have it` : ''),
    `  mean   ${endsText(mean)}`,
    ...varianceText(found),
    groupText('stayers', 'rated members in both years', stayers),
    `    beta ${signed(stayers.beta)} on the first score, ${signed(stayers.betaOnGap)} on the gap to the others`,
    groupText('fixed panel', 'rated members in every year', panel),
    `    slope of its sigma ${signed(panel.slope)} a year`,
    ...placeboText(found),
    ...missingText(found.missing),
    `  memberships: ${coverageText(coverage.memberships)}`,
    `  scores: ${coverageText(coverage.scores)}`,
    ...found.says.map((line) => `  ${line}`),
  ].join('\n')
}
