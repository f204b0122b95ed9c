import { byText } from '../../common/by-text.ts'
import { hazard } from '../../diffusion/hazard.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { checkChannels } from '../channels/channel-inputs.ts'
import { channelIds, formal, type ChannelId } from '../channels/index.ts'
import type { Column } from '../question/columns.ts'
import { question, type TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { committedIn, mayHaveReached } from '../status/adoption-threshold.ts'
import { withSystem } from '../subjects/default-system.ts'
import { noStates } from '../subjects/state-systems.ts'
import {
  adopterCells,
  adopterColumns,
  adopterWithoutCells,
  adopterWithoutColumns,
  exposureWithoutColumns,
  neverCells,
  neverColumns,
  neverWithoutCells,
} from './adopter-columns.ts'
import { adoptersInBrief, adoptersOf, neverAdoptedOf } from './adopters.ts'
import { inYears } from '../diffusion/adoption-spells.ts'
import { unsettledIn } from '../diffusion/unsettled-years.ts'
import { loadAdoptions, type Adoptions } from '../diffusion/adoptions.ts'
import {
  curveCells,
  curveColumns,
  curveWithoutCells,
  curveWithoutColumns,
  hazardCells,
  hazardColumns,
} from './curve-columns.ts'
import { groupCells, groupColumns } from './group-columns.ts'
import { groupsOfStates } from './groups-of-states.ts'
import { knownThrough } from './known-through.ts'
import { lifeCycleOf, stallYears } from './life-cycle.ts'
import { loadPartnerAdoption, type PartnerAdoption } from '../diffusion/partner-adoption.ts'
import { checkPermutation, permutationOf } from './permutation.ts'
import { stepsAmong, type Denominator } from './share-among.ts'
import {
  spreadAnswer,
  spreadInput,
  type BriefSpread,
  type SpreadAnswer,
  type SpreadInput,
  type SpreadPart,
} from './spread-answer.ts'
import { coverageOfMembers, coveringSources, curveOf } from './spread-curve.ts'
import { spreadFigure } from './spread-figure.ts'
import { spreadText } from './spread-text.ts'
import { spreadWithout, type SpreadWithout } from './spread-without.ts'
import { checkTipping, criticalStates, parametersOf, tippingOf } from './tipping-point.ts'

/** Every end of an adoption up to the day asked about, and what it was. */
const exitsOf = (world: Snapshot, { spells, system, timelines, threshold }: Adoptions): SpreadAnswer['exits'] => {
  const kindOf = (state: string, day: Day): SpreadAnswer['exits'][number]['kind'] => {
    const after = at(timelines.get(state) ?? [], day)?.value
    if (after?.possible.includes('EXTINCT') === true) return 'extinct'
    if (after !== undefined && mayHaveReached(committedIn(after), threshold)) return 'uncertain'
    const own = system.get(state) ?? []
    return at(own, (day - 1) as Day) !== undefined && at(own, day) === undefined ? 'extinct' : 'exit'
  }
  return [...spells]
    .flatMap(([state, list]) =>
      list
        .filter(({ to }) => to <= world.asOf)
        .map(({ to }) => ({
          state,
          name: world.names.nameOn('state', state, world.asOf),
          date: formatDay(to),
          kind: kindOf(state, to),
        })),
    )
    .toSorted((a, b) => byText(a.date, b.date) || (a.state < b.state ? -1 : 1))
}

/** Whether nobody knows of a state at the end of a year whether it had adopted. */
const isUnsettledIn = (world: Snapshot, adoptions: Adoptions, state: string) => {
  const why = unsettledIn(world, adoptions, state)
  return (year: number): boolean => why(year) !== undefined
}

/** The curve, and the steps of the share by the threshold asked for. Throws where the system had no member. */
const curveAndSteps = (world: Snapshot, adoptions: Adoptions, denominator: Denominator) => {
  const { system, systemName, timelines, spells, uncovered, years } = adoptions
  const hazards = hazard({
    ...years,
    states: [...system].map(([state, spans]) => ({
      inSystem: inYears(spans, world.asOf),
      adopted: inYears(spells.get(state) ?? [], world.asOf),
      unknown: inYears(uncovered.get(state) ?? [], world.asOf),
      isUnsettled: isUnsettledIn(world, adoptions, state),
    })),
  })
  const coverage = coverageOfMembers(adoptions)
  const steps = stepsAmong(adoptions, denominator, world.asOf)
  const curve = curveOf(hazards, steps, { timelines, system, coverage, denominator }, world.asOf)
  if (curve.every((year) => year.system === 0)) throw noStates(world, systemName, years.first, years.last)
  return { curve, steps }
}

const assumptionsOf = (
  channels: readonly PartnerAdoption[],
  { assumption }: Awaited<ReturnType<typeof groupsOfStates>>,
) => [
  ...channels.flatMap(({ channel, assumptions }) => assumptions.map((one) => `${channel}: ${one}`)),
  ...(assumption === undefined ? [] : [assumption]),
]

type Cells = readonly TableCell[]
interface PartTable {
  readonly columns: (channels: readonly ChannelId[]) => readonly Column[]
  readonly rows: (found: BriefSpread, channels: readonly ChannelId[]) => readonly Cells[]
}

const tables: Readonly<Record<SpreadPart, PartTable>> = {
  curve: { columns: () => curveColumns, rows: ({ curve }) => curve.map(curveCells) },
  adopters: {
    columns: adopterColumns,
    rows: ({ adopters }, channels) => adopters.map((one) => adopterCells(channels, one)),
  },
  never: {
    columns: neverColumns,
    rows: ({ neverAdopted }, channels) => neverAdopted.map((one) => neverCells(channels, one)),
  },
  regions: { columns: () => groupColumns, rows: ({ regions }) => regions.map(groupCells) },
  hazard: { columns: () => hazardColumns, rows: ({ curve }) => curve.map(hazardCells) },
}
const isChannel = (word: string): word is ChannelId => (channelIds as readonly string[]).includes(word)
/** In the order in which they were asked for. */
const channelsIn = ({ channels }: BriefSpread): readonly ChannelId[] => channels.filter(isChannel)

interface WithoutTable {
  readonly columns: (channels: readonly ChannelId[]) => readonly Column[]
  /** The further cells of each row of the part, in its order. */
  readonly rows: (found: BriefSpread, without: SpreadWithout, channels: readonly ChannelId[]) => readonly Cells[]
}

/** What stands behind the columns of a part where something is left out; nothing behind those of the others. */
const tablesWithout: Readonly<Partial<Record<SpreadPart, WithoutTable>>> = {
  curve: {
    columns: () => curveWithoutColumns,
    rows: ({ curve }, without) => curve.map(({ year }) => curveWithoutCells(without, year)),
  },
  adopters: {
    columns: adopterWithoutColumns,
    rows: ({ adopters }, without, channels) => adopters.map((one) => adopterWithoutCells(channels, without, one)),
  },
  never: {
    columns: exposureWithoutColumns,
    rows: ({ neverAdopted }, without, channels) =>
      neverAdopted.map(({ state }) => neverWithoutCells(channels, without, state)),
  },
}

const columnsOf = (found: BriefSpread): readonly Column[] => {
  const [part, channels] = [found.part ?? 'curve', channelsIn(found)]
  const beside = found.without === undefined ? [] : (tablesWithout[part]?.columns(channels) ?? [])
  return [...tables[part].columns(channels), ...beside]
}

const rowsIn = (found: BriefSpread): readonly Cells[] => {
  const [part, channels] = [found.part ?? 'curve', channelsIn(found)]
  const rows = tables[part].rows(found, channels)
  const beside = found.without && tablesWithout[part]?.rows(found, found.without, channels)
  return beside === undefined ? rows : rows.map((row, index) => [...row, ...(beside[index] ?? [])])
}

/** Every column of every part, each once: those of exposures for the channel that is meant where none is named. */
const anyColumns: readonly Column[] = [
  ...new Map(
    [...Object.values(tables), ...Object.values(tablesWithout)].flatMap(({ columns }) =>
      columns([formal]).map((one) => [one.name, one]),
    ),
  ).values(),
]

/** All of it but its adopters, and what these are made of. */
const spreadBut = async (world: Snapshot, input: SpreadInput, isBrief: boolean) => {
  checkChannels(input)
  checkPermutation(input)
  checkTipping(input)
  const { system } = await withSystem(world, input)
  const critical = criticalStates(world, input)
  const adoptions = await loadAdoptions(world, { ...input, system })
  const { curve, steps } = curveAndSteps(world, adoptions, input.denominator)
  const channels = await loadPartnerAdoption(world, adoptions, input)
  const known = knownThrough(world, adoptions)
  const { tipping, tippingEarliest, day } = tippingOf(world, adoptions, input, critical, steps)
  const regions = await groupsOfStates(world, adoptions, input, !isBrief || input.part === 'regions')
  const rest: Omit<SpreadAnswer, 'adopters'> = {
    subject: adoptions.subject.id,
    title: adoptions.subject.name,
    threshold: input.threshold,
    system,
    spells: input.spells,
    part: input.part ?? null,
    parameters: parametersOf(input, adoptions, critical, stallYears),
    tipping,
    tippingEarliest,
    knownThrough: known === undefined ? null : formatDay(known),
    ...(await lifeCycleOf(world, adoptions, steps, day)),
    neverAdopted: [...neverAdoptedOf(world, adoptions, channels)],
    permutation: await permutationOf(world, adoptions, channels[0], input),
    by: input.by,
    regions: [...regions.groups],
    assumptions: assumptionsOf(channels, regions),
    curve,
    exits: exitsOf(world, adoptions),
    coveredBy: coveringSources(adoptions, world.asOf),
    channels: channels.map(({ channel }) => channel),
  }
  return { rest, adoptions, channels }
}

type Found = Awaited<ReturnType<typeof spreadBut>>

/** What it would be without something, where that is asked; nothing is drawn for it. */
const besideWithout = async (
  world: Snapshot,
  asked: SpreadInput,
  whole: Found,
): Promise<Pick<SpreadAnswer, 'without'>> => {
  const { without, draws: _draws, seed: _seed, ...input } = { ...asked, system: whole.adoptions.systemName }
  if (without === undefined) return {}
  const inBrief = (of: Snapshot, { rest, adoptions, channels }: Found): BriefSpread => ({
    ...rest,
    adopters: [...adoptersInBrief(of, adoptions, channels, input.spells)],
  })
  const ask = async (left: Snapshot): Promise<BriefSpread> => inBrief(left, await spreadBut(left, input, true))
  return { without: await spreadWithout(world, { ...input, without }, inBrief(world, whole), ask) }
}

export const spread = question({
  name: 'spread',
  asks:
    'How a treaty or norm spread: who took it on in which order and how exposed, who never did, the share of the ' +
    'state system and what moved it, when it tipped, the yearly hazard, exits.',
  takesLong: true,
  positional: ['subject'],
  sources: 'asked',
  input: spreadInput,
  output: spreadAnswer,
  settle: withSystem,
  answer: async (world, input): Promise<SpreadAnswer> => {
    const found = await spreadBut(world, input, false)
    const { rest, adoptions, channels } = found
    const adopters = [...adoptersOf(world, adoptions, channels, input.spells)]
    return { ...rest, adopters, ...(await besideWithout(world, input, found)) }
  },
  brief: async (world, input): Promise<BriefSpread> => {
    const found = await spreadBut(world, input, true)
    const { rest, adoptions, channels } = found
    const made = input.part === 'adopters' ? adoptersOf : adoptersInBrief
    const adopters = [...made(world, adoptions, channels, input.spells)]
    return { ...rest, adopters, ...(await besideWithout(world, input, found)) }
  },
  text: spreadText,
  figure: spreadFigure,
  table: {
    columns: anyColumns,
    note:
      'The columns are those of the part that is asked for: the curve where none is. Exposures come by each channel ' +
      'that is asked for: exposure_region_lag1, covered_region_lag1. Those that end in _without come ' +
      'with without. What draws find is in the text and in JSON.',
    columnsOf,
    rows: rowsIn,
  },
})
