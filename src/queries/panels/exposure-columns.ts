import { formulaIds, formulaOf } from '../../exposure/formulas/index.ts'
import { channelIds, channelOf, isStock, type ChannelId } from '../channels/index.ts'
import { doubleColumn, intColumn, textColumn, type Column } from '../question/columns.ts'
import { coverageColumns } from '../question/coverage-fields.ts'
import { panelColumns } from './state-years.ts'

/** What names of columns say where what is averaged is read in another way than the usual one. */
export type Mark = 'cumulative' | 'published'

/** The mark of what was asked for, or of the parameters of an answer, in which true is 1: at most one holds. */
export const markOf = (asked: { readonly [mark in Mark]?: unknown }): Mark | undefined =>
  (['cumulative', 'published'] as const).find((mark) => asked[mark] === true || asked[mark] === 1)

/**
 * An exposure of a panel: by a formula, and by a channel where channels were asked for; of a channel that is a stock by
 * no formula.
 */
export interface Measure {
  readonly formula: string | undefined
  readonly channel: ChannelId | undefined
  readonly mark: Mark | undefined
}

/** Every formula by every channel, and every stock; by formula alone where no channel was asked for. */
export const measuresOf = (
  formulas: readonly string[],
  channels: readonly ChannelId[] | undefined,
  mark: Mark | undefined,
) => {
  const byEachFormula = (channel: ChannelId | undefined): readonly Measure[] =>
    formulas.map((formula) => ({ formula, channel, mark }))
  return channels === undefined
    ? byEachFormula(undefined)
    : channels.flatMap((channel) =>
        isStock(channel) ? [{ formula: undefined, channel, mark: undefined }] : byEachFormula(channel),
      )
}

const withWord = (name: string, word: ChannelId | Mark | undefined): string =>
  word === undefined ? name : `${name}_${word}`

/**
 * `mm`; where channels were asked for, `mm_region`; of a stock `advocacy`; with a mark `mm_cumulative`,
 * `mm_region_cumulative`.
 */
export const measureName = ({ formula, channel, mark }: Measure): string =>
  [formula, channel, mark].filter((part) => part !== undefined).join('_')

/** A lag as `lagText` gives it; N stands for any. */
export type LagText = number | string

/**
 * How a panel of exposures names what it reads so long before: `mm_lag1`, `mm_lag90d`. Without a lag there is nothing
 * to tell apart.
 */
export const laggedName = (name: string, lag: LagText): string => (lag === 0 ? name : `${name}_lag${lag}`)

/** The column of a measure, or one that belongs to it: that of a stock is of the row's day, whatever the lag. */
export const columnName = (measure: Measure, lag: LagText, prefix = ''): string =>
  measure.formula === undefined
    ? `${prefix}${measureName(measure)}`
    : laggedName(`${prefix}${measureName(measure)}`, lag)

/** The columns of the exposures themselves. */
export const measureColumns = (measures: readonly Measure[], lag: LagText): readonly string[] =>
  measures.map((measure) => columnName(measure, lag))

/**
 * The columns of a panel of exposures. What is read in the year `read_year` carries the lag in its name, where there is
 * one: the exposures, all that belongs to them, and the lagged own score. What has no such ending is of the row's year.
 */
export const exposureColumns = (measures: readonly Measure[], lag: LagText): readonly Column[] =>
  columnsFor(measures, measures, lag)

export const inWords = ({ formula, channel, mark }: Measure): string => {
  const by = channel === undefined ? '' : ` By the channel ${channel}: ${channelOf(channel).definition}.`
  if (formula === undefined) return `On the day of the row, whatever the lag.${by}`.replace(/\.$/, '')
  const { title, definition, use } = formulaOf(formula)
  const marked = mark === undefined ? '' : markInWords[mark]
  return `${title}: ${definition}. ${use.replace(/\.$/, '')}.${by}${marked}`.replace(/\.$/, '')
}

/** How many groups a state is in, by channel: of organisations as ever. */
const countColumn = (channel: ChannelId | undefined): Column =>
  channel === undefined || 'formality' in channelOf(channel)
    ? intColumn(
        withWord('n_igos', channel),
        'In how many organisations the state held a membership that counts, in read_year',
      )
    : intColumn(withWord('n_groups', channel), 'In how many groups or ties of the channel the state was', 'Nobody says')

/**
 * The own score of the row's year, and, where there is a lag, that of the year that is read. What is to be explained is
 * read whenever it was published.
 */
const ownColumns = (mark: Mark | undefined, lag: LagText): readonly Column[] => {
  const name = withWord('own', mark === 'published' ? undefined : mark)
  const [text, ifNull] = mark === 'cumulative' ? ownCumulative : own
  const [read, ifUnread] =
    mark === 'published'
      ? [
          'own of the year read_year, as far as it had been published by the day of the row',
          'It had not, or as for own',
        ]
      : ['The same in the year read_year', `As for ${name}`]
  return [
    doubleColumn(name, text, ifNull),
    ...(lag === 0 ? [] : [doubleColumn(laggedName(withWord('own', mark), lag), read, ifUnread)]),
  ]
}

const own = [
  "The state's own score, or attribute, in the row's year, whatever the lag; of an adoption 1 where it had taken " +
    'that on, else 0',
  'It is not rated then, or its status or attribute is not known',
] as const

const ownCumulative = [
  "1 where the state had ever taken on what is asked for by the day of the row's year, whatever the lag, else 0",
  'It is not known whether it had',
] as const

/** Of how many partners the scores are not read, by channel. */
const unpublishedColumns = (channel: ChannelId | undefined): readonly Column[] => [
  intColumn(
    withWord('n_not_yet_published', channel),
    'How many partners have a score of read_year that was published after the day of the row',
    'Nobody says who the partners were',
  ),
  intColumn(
    withWord('n_publication_unknown', channel),
    'How many have one of which no source says, or not exactly enough, when it was published',
    'Nobody says who the partners were',
  ),
]

/** What a mark means of an exposure, as a sentence of its description. */
const markInWords: Readonly<Record<Mark, string>> = {
  cumulative: ' Who has adopted once counts as an adopter for good.',
  published: ' Only scores that had been published by the day of the row are read.',
}

/** Years are numbers; days are a text. */
export const lagColumn = (lag: LagText): Column =>
  (typeof lag === 'string' && lag !== 'N' ? textColumn : intColumn)(
    'lag',
    'By how much the memberships and scores behind an exposure precede the row: years, or days with d ' +
      'behind them (90d)',
  )

/** What shares are asked of: partners who are rated, or actions whose norm is known. */
export const coverageOfMeasure = ({ formula }: Measure): string =>
  formula === undefined
    ? 'The part, 0 to 1, of the stock of all actions that may belong here of which it is known that they do'
    : 'The part, 0 to 1, of the weight of all partners that lies on those whose scores were used'

export const whyMissing = ({ formula }: Measure): string =>
  formula === undefined
    ? 'Why there is no value: no-campaign-known, no-action-known, uncertain (it is not certain that anybody had acted)'
    : 'Why there is no value: no-organisation (by a channel: no-tie, unknown, not-in-system), ' +
      'no-partner, too-few-rated, ' +
      'low-coverage, or no-system (ti: fewer than two states in the system)'

/** What is read a lag before, and the own scores: nothing of it where all is of the day of the row. */
const readColumns = (mark: Mark | undefined, lag: LagText): readonly Column[] => [
  lagColumn(lag),
  intColumn('read_year', 'The year in which these are read: that of the day of the row less lag'),
  ...ownColumns(mark, lag),
]

/**
 * The exposures and all that belongs to them. `exposures`: those that have a column each, of which the others are told
 * once where names stand for any.
 */
export const cellColumns = (
  exposures: readonly Measure[],
  measures: readonly Measure[],
  lag: LagText,
): readonly Column[] => {
  const channels = [...new Set(measures.map(({ channel }) => channel))]
  const ofPartners = channels.filter((channel) => channel === undefined || !isStock(channel))
  const mark = measures.find(({ formula }) => formula !== undefined)?.mark
  const ofEach = (prefix: string, column: (name: string, measure: Measure) => Column): readonly Column[] =>
    measures.map((measure) => column(columnName(measure, lag, prefix), measure))
  return [
    ...exposures.map((measure) =>
      doubleColumn(
        columnName(measure, lag),
        `The exposure. ${inWords(measure)}`,
        `There is no value: ${columnName(measure, lag, 'missing_')} says why`,
      ),
    ),
    ...[...ofPartners.map(countColumn), ...(mark === 'published' ? ofPartners.flatMap(unpublishedColumns) : [])].map(
      (column) => ({ ...column, name: laggedName(column.name, lag) }),
    ),
    ...ofEach('coverage_', (name, measure) => doubleColumn(name, coverageOfMeasure(measure))),
    ...ofEach('degree_', (name, { formula }) =>
      formula === undefined
        ? intColumn(name, 'How many actions add up to it')
        : intColumn(name, 'What was averaged, or compared. mm, max: organisations; others: rated partners'),
    ),
    ...ofEach('missing_', (name, measure) => textColumn(name, whyMissing(measure), 'There is one')),
    ...ofEach('min_', (name) =>
      doubleColumn(
        name,
        'The least that the value may be over uncertain dates; the value itself where nothing is uncertain',
        'There is no value',
      ),
    ),
    ...ofEach('max_', (name) => doubleColumn(name, 'The most that it may be', 'There is no value')),
    ...channels.flatMap((channel) =>
      coverageColumns.map((column) => {
        const name = withWord(column.name, channel)
        return { ...column, name: channel !== undefined && isStock(channel) ? name : laggedName(name, lag) }
      }),
    ),
  ]
}

const columnsFor = (exposures: readonly Measure[], measures: readonly Measure[], lag: LagText): readonly Column[] => {
  const mark = measures.find(({ formula }) => formula !== undefined)?.mark
  const hasPartners = measures.some(({ channel }) => channel === undefined || !isStock(channel))
  return [...panelColumns, ...(hasPartners ? readColumns(mark, lag) : []), ...cellColumns(exposures, measures, lag)]
}

const stocks = measuresOf([], channelIds.filter(isStock), undefined)

/**
 * The same for help and codebook: N is the lag, and `_lagN` is left out where it is 0; `<formula>` is each one asked
 * for; stocks come where they are asked for.
 */
export const anyExposureColumns: readonly Column[] = columnsFor(
  [...measuresOf(formulaIds, undefined, undefined), ...stocks],
  [...measuresOf(['<formula>'], undefined, undefined), ...stocks],
  'N',
)
