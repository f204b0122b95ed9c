import { clocksOf } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { traces } from '../charts/traces.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { channelWords, meanOfMeans } from '../words/channels.ts'
import { dayOfNumber, today, yearOf } from '../words/days.ts'
import { indicatorWords, raterWords } from '../words/indicators.ts'
import { inSentence } from '../words/names.ts'
import { nameOn } from '../words/names-then.ts'
import { exposureNumber } from '../why/exposure-trail.ts'
import { companyTraces, companyYears, coverageRange, gapsOf, type CompanyYear } from './company-rows.ts'
import { companyTaken } from './company-taken.ts'
import { channelChoice, channelsOf, chosenOf, peersOf, type ChannelId } from './company-channels.ts'
import { round, type Practice } from './practice-rows.ts'
import { isNormSubject, type Shown, type Subject } from './shown.ts'

type Panel = Parameters<typeof companyTraces>[0]

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

/** Each channel that is chosen, for itself: a light one is there while a heavy one is still made. */
const companyPart = (shown: Shown, of: Of): HTMLElement => {
  const figures = el('div', { class: 'channels' })
  const bodies = new Map<ChannelId, HTMLElement>()
  const show = (chosen: readonly ChannelId[]): void => {
    for (const channel of chosen) if (!bodies.has(channel)) bodies.set(channel, channelPart(shown, of, channel))
    fill(figures, ...chosen.flatMap((channel) => bodies.get(channel) ?? []))
  }
  const body = el('div', { class: 'awaited' })
  // What the log knows by name tells which channels it can have.
  void part(body)({
    what: 'by which channels there is company',
    load: names,
    show: (known) => {
      const all = channelsOf(known)
      const chosen = chosenOf(all, currentAddress().channel)
      show(chosen)
      return [channelChoice(all, chosen, show), el('p', { class: 'note' }, noteOf(of)), figures]
    },
  })
  return el('section', {}, el('h2', {}, `The company it keeps: ${of.what}`), body)
}

const channelPart = (shown: Shown, of: Of, channel: ChannelId): HTMLElement => {
  const body = el('div', { class: 'awaited of-company', 'data-channel': channel })
  void part(body)({
    what: `its company ${channelWords(channel).line}`,
    load: async () => {
      const query = await panelQuery(shown, of, channel)
      return { panel: await bodyOf(v1.GET('/v1/panel/exposure', { params: { query } })), query }
    },
    show: ({ panel, query }) =>
      drawnCompany(shown, of, panel, channel, (figure) =>
        companyTaken({ shown, what: of.what, channel, query, answer: panel, figure }),
      ),
  }).finally(() => body.classList.remove('of-company'))
  return body
}

const panelQuery = async (shown: Shown, of: Of, channel: ChannelId) => ({
  ...(await queryOf(of, channel)),
  states: shown.state,
  from: of.from,
  to: of.to,
  lag: '0',
  formula: 'mm',
  channel,
  ...clocksOf(shown.address),
})

const drawnCompany = (
  shown: Shown,
  of: Of,
  panel: Panel,
  channel: ChannelId,
  taken: (figure: HTMLElement) => Child,
): readonly Child[] => {
  const { axis, name } = shown
  const years = companyYears(panel, [channel])
  const lines = companyTraces(panel, [channel], name)
  if (years.every(({ value }) => value === null)) return noneOf(years, name, channel)
  const ask = (day: string): void => void tellWhy(shown, of, channel, day)
  const drawn = traces({
    caption: `${of.what}: ${name} and its company ${channelWords(channel).line}`,
    note: `Of the weight ${coverageRange(years)} is observed.`,
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
    pick: (day) => ask(`${Math.min(Math.max(yearOf(dayOfNumber(day)), of.from), of.to)}-12-31`),
  })
  axis.hear(drawn.moveTo)
  return [
    drawn.element,
    taken(drawn.element),
    ...gapsOf(years).map((words) => el('p', { class: 'note' }, words)),
    tableOf(years, of, ask),
  ]
}

/** What is averaged, and by what partners are told where that is to be said. */
const queryOf = async ({ query }: Of, channel: ChannelId): Promise<Of['query'] & { readonly peers?: string }> => {
  const peers = channel === 'regime' ? peersOf((await names()).indicators) : undefined
  return { ...query, ...(peers !== undefined && { peers }) }
}

const tellWhy = async ({ state, name, why }: Shown, of: Of, channel: ChannelId, day: string): Promise<void> => {
  const called = { stateName: nameOn(state, day, name), what: of.what, isShare: of.isShare, did: of.did }
  await why.tellExposure({ state, called, of: await queryOf(of, channel), channel, day, ...clocksOf(currentAddress()) })
}

const noneOf = (years: readonly CompanyYear[], name: string, channel: ChannelId): readonly Child[] => [
  years.length === 0 &&
    el('p', { class: 'note' }, `There is no value for the company of ${name} ${channelWords(channel).line}.`),
  ...gapsOf(years).map((words) => el('p', { class: 'note' }, words)),
]

const noteOf = ({ isShare, did, what, from, to }: Of): string =>
  `${meanOfMeans} ${isShare ? `The share that ${did} ${what}` : 'Scores as published'}, on 31\u00a0December of each ` +
  `year from ${from} to ${to}, without a lag. Choose a point to see what adds up to it. A description, not an effect.`

const tableOf = (years: readonly CompanyYear[], { isShare, what }: Of, ask: (day: string) => void): HTMLElement =>
  el(
    'details',
    { class: 'more of-table' },
    el('summary', {}, 'Its company as a table'),
    sortableTable(
      `Its company and ${what}, on 31\u00a0December of each year`,
      [
        {
          title: 'Year',
          cell: ({ year }) =>
            el('button', { type: 'button', class: 'link', onclick: () => ask(`${year}-12-31`) }, String(year)),
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
