import { channelOf, type ChannelId } from '../channels/index.ts'
import {
  booleanColumn,
  dateColumn,
  doubleColumn,
  intColumn,
  stateColumn,
  textColumn,
  type Column,
} from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { Adopter, BriefAdopter, NeverAdopted } from './adopters.ts'
import { adoptionKey, type AdopterBeside, type SpreadWithout } from './spread-without.ts'

/** Exposures of the year before, by each channel that was asked for; by formal organisations where none was. */
export const exposureColumns = (channels: readonly ChannelId[]): readonly Column[] =>
  channels.flatMap((channel) => [
    doubleColumn(
      `exposure_${channel}_lag1`,
      'Share of its partners that had adopted at the end of the year before, weighted by shared groups; of a stock ' +
        `its size then. ${channelOf(channel).definition}`,
      'It had none of whom that is known',
    ),
    textColumn(
      `covered_${channel}_lag1`,
      'How far the sources of that exposure reach: covered, carried (they end before that year did) or none',
    ),
  ])

const exposureCells = (
  channels: readonly ChannelId[],
  { exposure, covered }: Pick<Adopter, 'exposure' | 'covered'>,
): readonly TableCell[] => channels.flatMap((channel) => [exposure[channel] ?? null, covered[channel] ?? null])

const before = [
  intColumn('order', 'Rank by date among all that are listed; those of one day share it'),
  stateColumn,
  textColumn('name', 'What it was called on the day, in English'),
  dateColumn('date', 'First day on which it certainly had adopted'),
  dateColumn('earliest', 'First day on which it may have: date where that is certain'),
  intColumn('spell', 'Which of its adoptions it is: 2 after an exit and a return'),
  booleanColumn(
    'in_system',
    'Whether it was in the state system on that day',
    'The sources believed do not tell of it',
  ),
] as const

const behind = [
  textColumn(
    'class_sd',
    'By the year of adoption: at most mean − sd early adopters, at most the mean early majority, at most mean + sd ' +
      'late majority, else laggards (netdiffuseR)',
    'It was no member of the system',
  ),
  textColumn(
    'class_rogers',
    'By rank, a batch of one day undivided: innovators 2.5 %, early adopters 13.5 %, early majority and late ' +
      'majority 34 % each, laggards 16 % of all that adopted',
    'It was no member of the system',
  ),
  textColumn(
    'class_threshold',
    'Its exposure by the first channel beside those of the others, cut as class_sd: very low, low, high, very high',
    'It was no member of the system, or had no exposure',
  ),
  textColumn('role', 'leader: class_threshold very low; laggard: late by class_sd, exposed above the mean', 'Neither'),
  doubleColumn(
    'infectiousness',
    'Of its partners by the first channel that adopted in later years, weighted, the part that did in the very next',
    'None did, or the year after is not over',
  ),
  doubleColumn(
    'susceptibility',
    'Of its partners that had adopted in earlier years, weighted, the part that did in the year just before',
    'None had',
  ),
  dateColumn('exits', 'First day on which it was no adopter any more', 'It still was on the day asked about'),
] as const

export const adopterColumns = (channels: readonly ChannelId[]): readonly Column[] => [
  ...before,
  ...exposureColumns(channels),
  ...behind,
]

export const adopterCells = (channels: readonly ChannelId[], one: BriefAdopter): readonly TableCell[] => [
  one.order,
  one.state,
  one.name,
  one.date,
  one.earliest,
  one.spell,
  one.inSystem,
  ...exposureCells(channels, one),
  one.class?.sd ?? null,
  one.class?.rogers ?? null,
  one.class?.threshold ?? null,
  one.role,
  one.infectiousness ?? null,
  one.susceptibility ?? null,
  one.exits,
]

/** Members of the system that never adopted. */
export const neverColumns = (channels: readonly ChannelId[]): readonly Column[] => [
  stateColumn,
  textColumn('name', 'What it was called on the day, in English'),
  dateColumn('in_system_since', 'First day of its present membership in the state system'),
  booleanColumn('possible', 'Whether it may have adopted all the same: its date or its status leaves it open'),
  ...exposureColumns(channels),
]

export const neverCells = (channels: readonly ChannelId[], one: NeverAdopted): readonly TableCell[] => [
  one.state,
  one.name,
  one.inSystemSince,
  one.possible,
  ...exposureCells(channels, one),
]

/** The columns that stand behind those of exposures, where something is left out. */
export const exposureWithoutColumns = (channels: readonly ChannelId[]): readonly Column[] =>
  channels.map((channel) =>
    doubleColumn(
      `exposure_${channel}_lag1_without`,
      `The column exposure_${channel}_lag1 in a world where the things named by without are left out; arithmetic, no ` +
        `causal claim. ${channelOf(channel).definition}`,
      'It had none then of whom that is known, or is itself left out',
    ),
  )
export const adopterWithoutColumns = (channels: readonly ChannelId[]): readonly Column[] => [
  dateColumn(
    'date_without',
    'The column date in a world where the things named by without are left out',
    'It is no adopter then',
  ),
  ...exposureWithoutColumns(channels),
]

const cellsOf = (channels: readonly ChannelId[], one: Pick<AdopterBeside, 'exposure'> | undefined) =>
  channels.map((channel): TableCell => one?.exposure[channel]?.without ?? null)

export const adopterWithoutCells = (
  channels: readonly ChannelId[],
  { adopters }: SpreadWithout,
  one: BriefAdopter,
): readonly TableCell[] => {
  const found = adopters.find((other) => adoptionKey(other) === adoptionKey(one))
  return [found?.dateWithout ?? null, ...cellsOf(channels, found)]
}
export const neverWithoutCells = (
  channels: readonly ChannelId[],
  { neverAdopted }: SpreadWithout,
  state: string,
): readonly TableCell[] =>
  cellsOf(
    channels,
    neverAdopted.find((one) => one.state === state),
  )
