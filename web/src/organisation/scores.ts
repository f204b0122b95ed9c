import { clocksOf } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import type { Names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, fill, freshId, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { takeAlong } from '../take/take-along.ts'
import { today, yearOf } from '../words/days.ts'
import { directionWords, firstIndicators, indicatorWords, raterWords } from '../words/indicators.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import { influencePart } from './influence.ts'
import type { Scored } from './scored.ts'
import { convergenceSentence, decimal, yearsInWords } from './score-words.ts'

type Indicator = Names['indicators'][number]
type Convergence = Answer<'/v1/convergence/{igo}'>

/** The scores of an organisation's members, of one indicator that is chosen: their mean and spread, and who pulled. */
export const scoresSection = (scored: Scored, indicators: readonly Indicator[]): readonly Child[] => {
  const [first] = firstIndicators(
    indicators.map(({ id }) => id),
    currentAddress().score,
  )
  const chosen = indicators.find(({ id }) => id === first)
  if (chosen === undefined)
    return [
      el(
        'p',
        { class: 'note' },
        'No rater’s scores are in this log: import some to see whether members came to score alike.',
      ),
    ]
  const [band, pull] = [el('div', { class: 'scores-of' }), el('div')]
  const show = (indicator: Indicator): void => {
    void bandPart(band, scored, indicator)
    influencePart(pull, scored, indicator.id, spanOf(scored, indicator))
  }
  show(chosen)
  return [scoreField(indicators, chosen, show), band, el('h2', {}, 'Who pulled, and who was pulled'), pull]
}

const scoreField = (
  indicators: readonly Indicator[],
  chosen: Indicator,
  show: (indicator: Indicator) => void,
): HTMLElement => {
  const id = freshId('score')
  const field = el(
    'select',
    {
      id,
      onchange: () => {
        const next = indicators.find((one) => one.id === field.value)
        if (next === undefined) return
        restate({ score: next.id })
        show(next)
      },
    },
    ...indicators.map((one) =>
      el('option', { value: one.id, selected: one === chosen }, `${indicatorWords(one.id)} (${raterWords(one.rater)})`),
    ),
  )
  return el('p', { class: 'field no-embed' }, el('label', { for: id }, 'Score'), field)
}

/** The years of which both the members and the score are told. */
const spanOf = ({ years }: Scored, { firstYear, lastYear }: Indicator) => ({
  from: Math.max(firstYear, years[0]),
  to: Math.min(lastYear, years[1], yearOf(today())),
})

const bandPart = (host: HTMLElement, scored: Scored, indicator: Indicator): Promise<void> => {
  const span = spanOf(scored, indicator)
  if (span.from > span.to) {
    fill(host, el('p', { class: 'note' }, 'This score tells of no year in which anybody belonged to it.'))
    return Promise.resolve()
  }
  const query = { ...span, score: indicator.id, draws: 0, ...clocksOf(currentAddress()) }
  return part(host)({
    what: 'the scores of the members',
    load: async () => {
      const [found, { yearsChart }] = await Promise.all([
        bodyOf(v1.GET('/v1/convergence/{igo}', { params: { path: { igo: scored.igo }, query } })),
        import('../charts/years.ts'),
      ])
      return { found, yearsChart }
    },
    show: ({ found, yearsChart }) => bandOf({ found, yearsChart, host, query, ...scored }, indicator),
  })
}

interface Band {
  readonly found: Convergence
  readonly yearsChart: typeof import('../charts/years.ts').yearsChart
  readonly host: HTMLElement
  readonly query: { readonly score: string; readonly from: number; readonly to: number; readonly draws: number }
  readonly igo: string
  readonly name: string
}

const bandOf = (band: Band, indicator: Indicator): readonly Child[] => {
  const { found, yearsChart, host, query, igo, name } = band
  const sentence = convergenceSentence(found.years, actorInSentence(name))
  const isRated = found.years.some(({ mean }) => mean !== null)
  const words = `${indicatorWords(indicator.id)} by ${raterWords(indicator.rater)}`
  const lines = [
    {
      name: 'Mean',
      look: 'main' as const,
      values: found.years.map(({ year, mean, sigma }) => ({ year, value: mean, spread: sigma })),
    },
  ]
  const caption =
    `${capitalized(words)} (${directionWords(indicator.direction)}): the mean of the members that are rated in each ` +
    'year, and one standard deviation above and below. A description of who scored how, and no effect of ' +
    'membership: who joined or left moves it, too.'
  const width = Math.max(Math.min(host.clientWidth, 760), 300)
  return [
    el('p', { class: 'sentence' }, sentence),
    isRated && yearsChart({ caption, lines, width }),
    el('p', { class: 'note' }, coverageOf(found)),
    bandTable(found, words),
    takeAlong({
      called: 'Take the scores along',
      name: `${igo}-${indicator.id.replace(':', '-')}`,
      cited: () => ({
        says: sentence,
        address: { ...currentAddress(), organisation: igo, score: indicator.id },
        answers: [found],
      }),
      tables: [{ path: () => `v1/convergence/${igo}?${new URLSearchParams(Object.entries(query).map(pair))}` }],
      ...(isRated && { picture: () => host.querySelector<SVGSVGElement>('svg.plot') }),
      about: () => ({
        title: `${name}: ${words}`,
        legend: scoreLegend,
        notes: [caption, coverageOf(found)],
      }),
    }),
  ]
}

const scoreLegend = [
  { looks: 'year-line main', shape: 'line', words: 'Mean of the rated members' },
  { looks: 'band', shape: 'bar', words: 'One standard deviation above and below' },
] as const

const pair = ([name, value]: readonly [string, string | number]): [string, string] => [name, String(value)]

/** Of which years, and of how many members, nothing is told. */
const coverageOf = ({ years, untold }: Convergence): string => {
  const known = years.filter(({ rated }) => (rated ?? 0) > 0)
  const silent = years.filter(({ rated, reason }) => rated === 0 && reason === null).map(({ year }) => year)
  const fewest = Math.min(...known.map(({ rated, members }) => (rated ?? 0) / Math.max(members ?? 1, 1)))
  const said = [
    known.length > 0 && `In the year with the fewest, ${Math.round(fewest * 100)}\u00a0% of the members are rated.`,
    silent.length > 0 && `No member is rated in ${yearsInWords(silent)}.`,
    untold !== null && `Who the members were is not known in ${yearsInWords(untold.years)}.`,
  ]
  return said.filter((words) => words !== false).join(' ')
}

const bandTable = ({ years }: Convergence, words: string): HTMLElement =>
  el(
    'details',
    { class: 'more of-table' },
    el('summary', {}, 'Scores as a table'),
    sortableTable(
      `${words} of the members, by year`,
      [
        { title: 'Year', cell: ({ year }) => String(year), by: ({ year }) => year },
        numberColumn('Members', ({ members }) => members),
        numberColumn('Rated', ({ rated }) => rated),
        numberColumn('Mean', ({ mean }) => mean, decimal),
        numberColumn('Standard deviation', ({ sigma }) => sigma, decimal),
      ],
      years,
    ),
  )

type Year = Convergence['years'][number]
const numberColumn = (title: string, of: (year: Year) => number | null, words: (value: number) => string = String) => ({
  title,
  isNumber: true,
  cell: (year: Year): Child => {
    const value = of(year)
    return value === null ? '–' : words(value)
  },
  by: (year: Year) => of(year) ?? '',
})
