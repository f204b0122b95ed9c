import { badInput } from '../../common/error.ts'
import { parseDay } from '../../time/day.ts'
import type { Echo } from '../question/echo.ts'
import type { Figure, FigureAxis, FigureBar, FigureLine, FigurePanel } from '../question/figure.ts'
import { policyText } from '../question/source-policy.ts'
import {
  endOf,
  fieldBy,
  keyOfLines,
  keyOfTipping,
  partOf,
  reachOf,
  shareMark,
  shares,
  timeOf,
  tippingMarks,
} from './figure-parts.ts'
import { countBeside } from '../memberships/in-system.ts'
import type { GroupOfStates } from './groups-of-states.ts'
import type { BriefSpread } from './spread-answer.ts'
import type { CurveYear } from './spread-curve.ts'
import { tippingText } from './spread-text.ts'

type Found = BriefSpread & Echo<'asked'>

const didSo: Readonly<Record<BriefSpread['threshold'], string>> = {
  SIGNED: 'had signed or gone further',
  CONSENTED: 'had consented to be bound or gone further',
  IN_FORCE: 'were bound by it, in force',
}

const percent = (share: number | null): string => (share === null ? 'unknown' : `${(100 * share).toFixed(1)} %`)

const lineOf = (found: Found, { field, label }: (typeof shares)[number]): FigureLine => ({
  label,
  last: found.curve.slice(-1).map((year) => partOf(year, field, found).words)[0] ?? '',
  points: found.curve.map((year) => ({
    x: endOf(year.year, found),
    y: year[field].share,
    possible: partOf(year, field, found).possible,
    reach: reachOf({ system: year.system, ...year[field] }),
  })),
})

const years = ({ curve }: Found): { readonly from: number; readonly to: number } => ({
  from: curve[0]?.year ?? 0,
  to: (curve.at(-1)?.year ?? 0) + 1,
})
const timeAxis = (found: Found): FigureAxis => ({ title: 'Beginning of the year', unit: 'time', ...years(found) })

const actors = ({ parameters: { denominator }, system }: Found): string =>
  denominator === 'system'
    ? `the members of the ${system} state system`
    : `all actors: the members of the ${system} state system, and whoever else had adopted`
const shareAxis = (title: string): FigureAxis => ({ title, unit: 'share', from: 0, to: 1 })

/** More sources than this are left to the answer in JSON. */
const named = 12
const coveredText = ({ coveredBy, system }: Found): readonly string[] => {
  const more = coveredBy.length > named ? ` and ${coveredBy.length - named} more` : ''
  const acts = `all acts of members of the ${system} state system`
  return [
    coveredBy.length === 0
      ? `no source says that it holds ${acts}`
      : `sources that hold ${acts}: ${coveredBy.slice(0, named).join(', ')}${more}`,
  ]
}

/** What the numbers of every figure are of. */
const aboutOf = (found: Found, ...lines: readonly string[]): readonly string[] => [
  ...lines,
  ...tippingText(found),
  ...coveredText(found),
  ...(found.parameters.retroactive ? ['successions count from the day on which they took effect'] : []),
  ...(policyText(found) === '' ? [] : [`where sources tell rival things: ${found.sources}`]),
]

const yearWords = (found: Found, year: CurveYear): string =>
  shares
    .map(
      ({ field, label }) =>
        `${label.toLowerCase()} ${partOf(year, field, found).words} (${percent(year[field].share)})`,
    )
    .join(', ')

const eachPoint = ({ asOf }: Found): string => `Each point is the end of a year; the last one is ${asOf}.`

const curveFigure = (found: Found): Figure => {
  const lines = shares.map((one) => lineOf(found, one))
  const ends = [found.curve[0], found.curve.at(-1)].flatMap((year) => year ?? [])
  return {
    title: found.title,
    subtitle: `Its spread: the share of ${actors(found)}, by year`,
    description: [
      `Three lines from ${years(found).from} to ${found.asOf}.`,
      ...ends.map((year) => `At the end, ${year.year}: ${yearWords(found, year)}.`).slice(-1),
      ...ends.slice(0, -1).map((year) => `At first, ${year.year}: ${yearWords(found, year)}.`),
      ...tippingText(found),
    ].join(' '),
    about: aboutOf(
      found,
      `${eachPoint(found)} Counted are those that certainly had signed, consented to be bound, or were bound, or had ` +
        `gone further, among ${actors(found)} of that day.`,
    ),
    x: timeAxis(found),
    y: shareAxis(`Share of ${found.parameters.denominator === 'system' ? `the ${found.system} system` : 'all actors'}`),
    panels: [{ lines, bars: [], marks: [shareMark(found), ...tippingMarks(found)] }],
    key: [...keyOfLines(lines), ...keyOfTipping(found)],
  }
}

const barsOf = (found: Found): readonly FigureBar[] => {
  const field = fieldBy(found.threshold)
  const most = Math.max(...found.curve.map(({ adopters }) => adopters))
  const peak = found.curve.find(({ adopters }) => adopters === most && most > 0)
  return found.curve.flatMap((year): readonly FigureBar[] => {
    const reach = reachOf({ system: year.system, ...year[field] })
    const up = { x: year.year, y: year.adopters, reach }
    return [
      ...(year.adopters === 0 ? [] : [year === peak ? { ...up, label: `${most} of ${year.atRisk} at risk` } : up]),
      ...(year.exited === 0 ? [] : [{ x: year.year, y: -year.exited, reach, label: String(year.exited) }]),
    ]
  })
}

/** Whom bars of members leave out. */
const notShown = (found: Found): string => {
  const { outside, untold } = countBeside(found.adopters)
  const words = [
    outside > 0 && `${outside} that adopted outside of the system`,
    untold > 0 && `${untold} of which the sources believed do not tell whether in it`,
  ].filter((one) => one !== false)
  return words.length === 0 ? '' : ` Not shown: ${words.join('; ')}.`
}

const heartbeatFigure = (found: Found): Figure => {
  const bars = barsOf(found)
  const sum = (of: (year: CurveYear) => number): number => found.curve.reduce((all, year) => all + of(year), 0)
  const [adopted, exited] = [sum(({ adopters }) => adopters), sum((year) => year.exited)]
  const last = found.curve.at(-1)
  const counted =
    `Adopters are those that ${didSo[found.threshold]} (${found.threshold}), among those at risk: members of the ` +
    `${found.system} state system known not to have at the end of the year before` +
    `${last === undefined ? '' : ` (${last.atRisk} of them in ${last.year})`}. Exits are adopters that ceased to be ` +
    `and stayed in the system.${notShown(found)}`
  const peak = bars.find(({ y, label }) => y > 0 && label !== undefined)
  return {
    title: found.title,
    subtitle: `Its spread: adoptions (up) and exits (down) of each year in the ${found.system} state system`,
    description: [
      `Bars from ${years(found).from} to ${found.asOf}: ${adopted} adoptions, ${exited} exits.`,
      ...(peak === undefined ? [] : [`Most in ${peak.x}: ${peak.label}.`]),
      ...found.curve.filter((year) => year.exited > 0).map((year) => `Exits in ${year.year}: ${year.exited}.`),
      ...tippingText(found),
    ].join(' '),
    about: aboutOf(found, counted),
    x: { title: 'Year', unit: 'year', ...years(found) },
    y: {
      title: 'States',
      unit: 'count',
      from: Math.min(0, ...bars.map(({ y }) => y)),
      to: Math.max(1, ...bars.map(({ y }) => y)),
    },
    panels: [{ lines: [], bars, marks: tippingMarks(found) }],
    key: [
      { sample: 'bar', means: `up: adoptions (${adopted}); down: exits (${exited})` },
      ...(bars.some(({ reach }) => reach !== 'covered')
        ? [
            {
              sample: 'hollow' as const,
              means: 'hollow: carried on from the last covered day, or only acts that happen to be recorded',
            },
          ]
        : []),
      ...(found.tipping === null ? [] : [{ sample: 'mark' as const, means: 'thin line: the tipping date' }]),
    ],
  }
}

const panelOf = (found: Found, group: GroupOfStates): FigurePanel => ({
  title: group.label,
  subtitle:
    `${group.adopters} of ${group.system}` +
    (group.tips === null ? '' : `; ${found.parameters.share} on ${group.tips}`),
  lines: [
    {
      label: group.label,
      last: `${group.adopters} of ${group.system}`,
      points: group.curve.map(({ year, adopters, possible, share, ...counted }) => ({
        x: endOf(year, found),
        y: share,
        possible: counted.system === 0 ? null : (adopters + possible) / counted.system,
        reach: reachOf({ count: adopters, ...counted }),
      })),
    },
  ],
  bars: [],
  marks: [
    shareMark(found),
    ...(group.tips === null ? [] : [{ axis: 'x' as const, at: timeOf(parseDay(group.tips)), label: '' }]),
  ],
})

/** What is taken for granted of groups: the assumptions of channels begin with the channel. */
const assumedOfGroups = ({ assumptions, channels }: Found): readonly string[] =>
  assumptions
    .filter((one) => !channels.some((channel) => one.startsWith(`${channel}: `)))
    .map((one) => `assumed: ${one}`)

const regionsFigure = (found: Found): Figure => {
  const panels = found.regions.map((group) => panelOf(found, group))
  const { share } = found.parameters
  return {
    title: found.title,
    subtitle:
      `Its spread by ${found.by}: the share of the members of the ${found.system} state system in each group that ` +
      didSo[found.threshold],
    description: [
      `${panels.length} lines, each of one group, from ${years(found).from} to ${found.asOf}.`,
      ...found.regions.map(
        ({ label, adopters, system, share: part, tips }) =>
          `${label}: ${adopters} of ${system} (${percent(part)})${tips === null ? '' : `, ${share} on ${tips}`}.`,
      ),
    ].join(' '),
    about: aboutOf(
      found,
      `${eachPoint(found)} Counted are those that certainly ${didSo[found.threshold]} (${found.threshold}), among ` +
        `the members of the ${found.system} state system in the group on that day. Below each name: how many of how ` +
        `many on ${found.asOf}, and the day on which ${share} was reached.`,
      ...assumedOfGroups(found),
    ),
    x: timeAxis(found),
    y: shareAxis('Share of the members of the group'),
    panels,
    key: [
      ...keyOfLines(panels.flatMap(({ lines }) => lines)),
      { sample: 'mark', means: `thin lines: the share that tips, ${share}, and the day on which the group reached it` },
    ],
  }
}

/** The figure of the part that is asked for: the curve where none is. Throws `bad-input` for a part that has none. */
export const spreadFigure = (found: Found): Figure => {
  switch (found.part) {
    case null:
    case 'curve':
      return curveFigure(found)
    case 'hazard':
      return heartbeatFigure(found)
    case 'regions':
      return regionsFigure(found)
    default:
      throw badInput('bad-input', `"${found.part}" has no figure.`, {
        where: 'part',
        hint:
          'As svg there are: curve (where none is named), hazard, regions. The table comes as csv, jsonl or ' +
          'parquet.',
      })
  }
}
