import { echoText, type Echo } from '../question/echo.ts'
import type { Adopter, BriefAdopter, NeverAdopted } from './adopters.ts'
import { besideSystem } from '../memberships/in-system.ts'
import { permutationText } from './permutation.ts'
import type { CurveYear } from './spread-curve.ts'
import type { BriefSpread, SpreadPart } from './spread-answer.ts'
import { spreadSparklines } from './spread-sparklines.ts'
import { spreadWithoutText } from './spread-without.ts'

const right = (value: string | number, width: number): string => String(value).padStart(width)
const decimals = (value: number | null, width = 5): string => (value === null ? '-' : value.toFixed(3)).padStart(width)
const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(2)}`

const curveText = (curve: readonly CurveYear[]): readonly string[] => [
  'year  system  signed  consented  in force  new  at risk  hazard  covered  carried',
  ...curve.map((year) =>
    [
      year.year,
      right(year.system, 7),
      right(year.signed.count, 7),
      right(year.consented.count, 10),
      right(year.inForce.count, 9),
      right(year.adopters, 4),
      right(year.atRisk, 8),
      decimals(year.hazard, 7),
      right(year.consented.covered, 8),
      right(year.consented.carried, 8),
    ].join(' '),
  ),
  ...fallsText(curve),
]

/** The years in which something took from the share: exits, or new states, told apart. */
const fallsText = (curve: readonly CurveYear[]): readonly string[] => {
  const falls = curve.filter(({ change }) => change.byExits < 0 || change.byMembers < -0.005)
  return falls.length === 0
    ? []
    : [
        'what took from the share, in percentage points (adoptions, exits, states that entered or left the system)',
        ...falls.map(
          ({ year, change: { byAdoptions, byExits, byMembers }, exited, entered, left }) =>
            `  ${year}  ${points(byAdoptions)}  ${points(byExits)} (${exited} left it)  ` +
            `${points(byMembers)} (${entered} entered the system, ${left} left)`,
        ),
      ]
}

const hazardText = (curve: readonly CurveYear[]): readonly string[] => [
  'year  at risk  new  unknown  hazard',
  ...curve.map(({ year, atRisk, adopters, unknown, hazard }) =>
    [year, right(atRisk, 8), right(adopters, 4), right(unknown, 8), decimals(hazard, 7)].join(' '),
  ),
]

/** Exposures by each channel; one that is carried is marked, for its sources end before that year did. */
const exposureText = (channels: readonly string[], { exposure, covered }: Pick<Adopter, 'exposure' | 'covered'>) =>
  channels
    .map((channel) => `${decimals(exposure[channel] ?? null)}${covered[channel] === 'covered' ? ' ' : '~'}`)
    .join(' ')

const adopterText = (channels: readonly string[], one: BriefAdopter): string => {
  const marks = [
    one.spell > 1 ? `for the ${one.spell}. time` : '',
    besideSystem(one.inSystem),
    one.earliest === one.date ? '' : `possibly since ${one.earliest}`,
    one.role ?? '',
  ].filter((mark) => mark !== '')
  return (
    `  ${right(one.order, 3)}  ${one.date}  ${one.state.padEnd(6)} ${exposureText(channels, one)} ` +
    `${(one.class?.rogers ?? '').padEnd(14)} ${one.name}${marks.length === 0 ? '' : ` (${marks.join('; ')})`}`
  )
}

const isCarried = ({ channels, adopters, neverAdopted }: BriefSpread): boolean =>
  [...adopters, ...neverAdopted].some(({ covered }) => channels.some((channel) => covered[channel] !== 'covered'))

const adoptersText = (found: BriefSpread): readonly string[] => [
  `adopters, exposed the year before by ${found.channels.join(', ')}, class by rank (Rogers)`,
  ...found.adopters.map((one) => adopterText(found.channels, one)),
  ...(isCarried(found) ? ['  ~ sources end before that year did, or do not say that they hold all: carried'] : []),
]

const neverText = (found: BriefSpread): readonly string[] => {
  const line = (one: NeverAdopted): string =>
    `  ${one.state.padEnd(6)} ${exposureText(found.channels, one)} ${one.name}${one.possible ? ' (may have)' : ''}`
  return [`members of the system that never adopted: ${found.neverAdopted.length}`, ...found.neverAdopted.map(line)]
}

const regionsText = (found: BriefSpread): readonly string[] => {
  const width = Math.max(6, ...found.regions.map(({ label }) => label.length))
  return [
    `by ${found.by}`,
    `  ${'group'.padEnd(width)}  adopters  system  share  first       tips at ${found.parameters.share}`,
    ...found.regions.map(
      (one) =>
        `  ${one.label.padEnd(width)}  ${right(one.adopters, 8)}  ${right(one.system, 6)}  ${decimals(one.share)}  ` +
        `${one.first ?? '-         '}  ${one.tips ?? '-'}${one.possible > 0 ? `  (${one.possible} may have)` : ''}`,
    ),
  ]
}

/** How far it is known that nobody else adopted, where that is not to the day asked about. */
const reachText = ({ knownThrough, asOf }: BriefSpread & Echo<'asked'>): readonly string[] => {
  if (knownThrough === asOf) return []
  return [
    knownThrough === null
      ? 'of most members that have not adopted no source says that it holds what they did'
      : `known through ${knownThrough}: of most members that have not adopted nobody says what they did since`,
  ]
}

/** What a tipping date is told from. */
type TippingFound = Pick<BriefSpread, 'tipping' | 'tippingEarliest' | 'threshold' | 'system'> & {
  readonly parameters: Omit<BriefSpread['parameters'], 'stallYears'>
}

/** When it tipped, or that it did not, with all that the date depends on. */
export const tippingText = ({
  tipping,
  tippingEarliest,
  parameters,
  threshold,
  system,
}: TippingFound): readonly string[] => {
  const { share, denominator, critical, criticalShare, sustainedYears } = parameters
  const rule = [
    `${share} of ${denominator === 'system' ? `the ${system} system` : 'all actors'}`,
    `by ${threshold}`,
    critical.length === 0 ? 'no critical states named' : `${criticalShare} of ${critical.join(', ')}`,
    `sustained ${sustainedYears} ${sustainedYears === 1 ? 'year' : 'years'}`,
  ].join(', ')
  if (tipping === null)
    return [
      tippingEarliest === null
        ? `tipping: not reached (${rule})`
        : `tipping: not certainly reached; possibly ${tippingEarliest} (${rule})`,
    ]
  const { date, adopters, system: size, earliest, sustained } = tipping
  return [
    `tipping: ${date}, ${adopters} of ${size} = ${(100 * tipping.share).toFixed(1)} % (${rule})` +
      (earliest === date ? '' : `; possibly ${earliest}`) +
      (sustained === null ? '; whether it was sustained is not known yet' : ''),
  ]
}

const began = { proposed: 'proposed', opened: 'opened', 'first act': 'first acted upon' } as const

const lifeCycleText = (found: BriefSpread): readonly string[] => {
  const { state, ninetyPercent, reason } = found.internalization
  return [
    `life cycle${found.emergence === null ? '' : `, counted from the day it was ${began[found.emergence]}`}`,
    ...found.phases.map(({ phase, from, to }) => `  ${phase}: ${from} to ${to ?? 'the day asked about'}`),
    `  internalization: ${state}${ninetyPercent === null ? '' : ` (90 % on ${ninetyPercent})`}` +
      (reason === null ? '' : `: ${reason}`),
    ...found.regressions.map(
      ({ from, to, byExits }) => `  regression: ${from} to ${to}, exits ${points(byExits)} points`,
    ),
  ]
}

const exitsText = ({ exits }: BriefSpread): readonly string[] =>
  exits.length === 0
    ? []
    : [
        'no adopters any more',
        ...exits.map(
          (one) => `  ${one.date}  ${one.state.padEnd(6)} ${one.name}${one.kind === 'exit' ? '' : ` (${one.kind})`}`,
        ),
      ]

const partText: Readonly<Record<SpreadPart, (found: BriefSpread) => readonly string[]>> = {
  curve: (found) => [...spreadSparklines(found), ...curveText(found.curve)],
  adopters: adoptersText,
  never: neverText,
  regions: regionsText,
  hazard: (found) => [...spreadSparklines(found), ...hazardText(found.curve)],
}

/** What a person reads: all parts, or the one that was asked for. */
export const spreadText = (found: BriefSpread & Echo<'asked'>): string =>
  [
    `${found.subject} · ${found.threshold} · ${found.system} system · ${echoText(found)}`,
    ...(found.part === null
      ? [
          ...spreadSparklines(found),
          ...curveText(found.curve),
          ...tippingText(found),
          ...reachText(found),
          ...lifeCycleText(found),
          ...adoptersText(found),
          ...exitsText(found),
          ...neverText(found),
          ...regionsText(found),
        ]
      : partText[found.part](found)),
    ...permutationText(found.permutation),
    ...found.assumptions.map((one) => `assumed: ${one}`),
    ...spreadWithoutText(found),
  ].join('\n')
