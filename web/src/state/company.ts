import { clocksOf } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { traces, type Trace } from '../charts/traces.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { channelWords, meanOfMeans } from '../words/channels.ts'
import { dayOfNumber, today, yearOf } from '../words/days.ts'
import { indicatorWords, raterWords } from '../words/indicators.ts'
import { inSentence } from '../words/names.ts'
import { exposureNumber } from '../why/exposure-trail.ts'
import { companyTraces, companyYears, coverageRange, gapsOf, type CompanyYear } from './company-rows.ts'
import { round, type Practice } from './practice-rows.ts'
import { section } from './section.ts'
import { isNormSubject, type Shown, type Subject } from './shown.ts'

/** By which channels the company of a state is drawn: each a line. */
const channels = ['igo', 'region', 'treaties'] as const

/** What the company is rated, or has done. */
interface Of {
  readonly query: { readonly score: string } | { readonly adoption: string }
  readonly what: string
  readonly isShare: boolean
  /** What those did who count: `had consented to`. */
  readonly did: string
  readonly from: number
  readonly to: number
  readonly lowest: number
  readonly highest: number
}

/** How its company is rated by the indicator that is shown first. */
export const companyOfScore = (shown: Shown, { score, rows, lowest, highest }: Practice): HTMLElement => {
  const years = rows.map(({ year }) => year)
  const words = indicatorWords(score)
  const what = `${words.charAt(0).toLowerCase()}${words.slice(1)} (${raterWords(score.slice(0, score.indexOf(':')))})`
  return companyPart(shown, {
    query: { score },
    what,
    isShare: false,
    did: '',
    from: Math.min(...years),
    to: Math.max(...years),
    lowest,
    highest,
  })
}

/** How much of its company has consented to the treaty, or taken on the norm, that is chosen. */
export const companyOfSubject = (shown: Shown, chosen: Subject): HTMLElement => {
  const begun = chosen.spans.flatMap(({ from }) => (from === null ? [] : [yearOf(from)]))
  return companyPart(shown, {
    query: { adoption: chosen.subject },
    what: inSentence(chosen.shortTitle ?? chosen.name, isNormSubject(chosen)),
    isShare: true,
    did: isNormSubject(chosen) ? 'had committed to' : 'had consented to',
    from: Math.min(...begun, yearOf(today()) - 1),
    to: yearOf(today()) - 1,
    lowest: 0,
    highest: 1,
  })
}

const companyPart = (shown: Shown, of: Of): HTMLElement =>
  section(`The company it keeps: ${of.what}`, 'of-company', {
    what: 'the company it keeps',
    load: () =>
      bodyOf(
        v1.GET('/v1/panel/exposure', {
          params: {
            query: {
              ...of.query,
              states: shown.state,
              from: of.from,
              to: of.to,
              lag: '0',
              channel: channels.join(','),
              ...clocksOf(shown.address),
            },
          },
        }),
      ),
    show: (panel) => drawnCompany(shown, of, panel),
  })

const drawnCompany = (shown: Shown, of: Of, panel: Parameters<typeof companyTraces>[0]): readonly Child[] => {
  const { axis, name } = shown
  const years = companyYears(panel, channels)
  const lines = companyTraces(panel, channels, name)
  if (lines.length < 2 && years.every(({ value }) => value === null)) return noneOf(years, name)
  const ask = (channel: string, day: string): void => tellWhy(shown, of, channel, day)
  const drawn = traces({
    caption: `${of.what}: ${name} and its company`,
    note: noteOf(of, years),
    from: axis.from,
    to: axis.to,
    rows: [
      {
        label: null,
        traces: lines,
        lowest: of.lowest,
        highest: of.highest,
        tell: (value) => (of.isShare ? `${Math.round(value * 100)}\u00a0%` : round(value)),
        isTall: true,
      },
    ],
    pick: (day, trace) => {
      const year = Math.min(Math.max(yearOf(dayOfNumber(day)), of.from), of.to)
      const channel = channels.find((id) => channelWords(id).line === trace.name)
      if (channel !== undefined) ask(channel, `${year}-12-31`)
      else askNearest(lines, ask, year)
    },
  })
  axis.hear(drawn.moveTo)
  return [drawn.element, ...gapsOf(years).map((words) => el('p', { class: 'note' }, words)), tableOf(years, of, ask)]
}

/** Who points at the state's own line asks about the first of its company's. */
const askNearest = (lines: readonly Trace[], ask: (channel: string, day: string) => void, year: number): void => {
  const channel = channels.find((id) => lines.some((line) => line.name === channelWords(id).line))
  if (channel !== undefined) ask(channel, `${year}-12-31`)
}

const tellWhy = ({ state, name, why }: Shown, of: Of, channel: string, day: string): void => {
  const called = { stateName: name, what: of.what, isShare: of.isShare, did: of.did }
  void why.tellExposure({ state, called, of: of.query, channel, day, ...clocksOf(currentAddress()) })
}

const noneOf = (years: readonly CompanyYear[], name: string): readonly Child[] => [
  el('p', { class: 'note' }, `There is no value for the company of ${name} in any of these years.`),
  ...gapsOf(years).map((words) => el('p', { class: 'note' }, words)),
]

const noteOf = ({ isShare, did, what, from, to }: Of, years: readonly CompanyYear[]): string =>
  `${meanOfMeans} ${isShare ? `The share that ${did} ${what}` : 'Scores as published'}, on 31\u00a0December of each ` +
  `year from ${from} to ${to}, without a lag; of the weight ${coverageRange(years)} is observed. ` +
  'Choose a point to see what adds up to it. A description, not an effect.'

const tableOf = (
  years: readonly CompanyYear[],
  { isShare, what }: Of,
  ask: (channel: string, day: string) => void,
): HTMLElement =>
  el(
    'details',
    { class: 'more of-table' },
    el('summary', {}, 'Its company as a table'),
    sortableTable(
      `Its company and ${what}, on 31\u00a0December of each year`,
      [
        {
          title: 'Year',
          cell: ({ year, channel }) =>
            el('button', { type: 'button', class: 'link', onclick: () => ask(channel, `${year}-12-31`) }, String(year)),
          by: ({ year }) => year,
        },
        { title: 'Company', cell: ({ channel }) => channelWords(channel).line, by: ({ channel }) => channel },
        {
          title: 'Value',
          cell: ({ value, why }) => (value === null ? why : exposureNumber(value, isShare)),
          by: ({ value }) => value ?? '',
          isNumber: true,
        },
        {
          title: 'Observed',
          cell: ({ coverage }) => (coverage === null ? '' : `${Math.round(coverage * 100)}\u00a0%`),
          by: ({ coverage }) => coverage ?? '',
          isNumber: true,
        },
      ],
      years,
    ),
  )
