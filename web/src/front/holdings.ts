import { clocksOf, type Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { dayElement } from '../words/days.ts'

export const loadHoldings = async (address: Address) => {
  const query = clocksOf(address)
  const [known, info, coverage] = await Promise.all([
    names(),
    bodyOf(v1.GET('/v1/info', { params: { query } })),
    bodyOf(v1.GET('/v1/coverage', { params: { query } })),
  ])
  return { known, info, coverage }
}

type Holdings = Awaited<ReturnType<typeof loadHoldings>>

/** What the log holds, counted, and how far its sources say that they reach. */
export const holdingsElements = ({ known, info, coverage }: Holdings): readonly Child[] => {
  const { states, treaties, norms, organisations, indicators } = known
  return [
    el(
      'dl',
      { class: 'counts' },
      ...counted(treaties.length, 'treaty', 'treaties'),
      ...counted(norms.length, 'norm', 'norms'),
      ...counted(states.length, 'state or other actor', 'states and other actors'),
      ...counted(organisations.length, 'organisation', 'organisations'),
      ...counted(indicators.length, 'score of practice', 'scores of practice'),
      ...counted(info.events, 'event, each with its source', 'events, each with its source'),
    ),
    el('p', {}, ...reach(coverage)),
    el(
      'p',
      {},
      info.recordedAt !== null && 'Last recorded on ',
      info.recordedAt !== null && dayElement(info.recordedAt.slice(0, 10)),
      info.recordedAt !== null && '. ',
      el('a', linkTo({ log: '' }), 'See what was recorded last'),
      '.',
    ),
  ]
}

const counted = (count: number, one: string, many: string): readonly HTMLElement[] =>
  count === 0
    ? []
    : [el('div', {}, el('dt', {}, count === 1 ? one : many), el('dd', {}, count.toLocaleString('en-GB')))]

type Coverage = Answer<'/v1/coverage'>

const kinds: readonly (readonly [kind: string, words: string])[] = [
  ['treaty', 'treaties'],
  ['organisation', 'organisations'],
  ['rater', 'scores'],
]

/** The last day that a source reaches, of each kind of thing; and of how many no source says it. */
const reach = ({ rows, uncovered }: Coverage): readonly Child[] => {
  const told = kinds.flatMap(([kind, words]) => {
    const last = rows
      .flatMap((row) => (row.kind === kind && row.through !== null ? [row.through] : []))
      .toSorted()
      .at(-1)
    return last === undefined ? [] : [{ words, last }]
  })
  const said = told.flatMap(({ words, last }, place): readonly Child[] => [
    place === 0 ? 'Sources reach to ' : ', ',
    dayElement(last),
    ` for ${words}`,
  ])
  return [
    ...(said.length === 0 ? ['No source says how far it reaches'] : said),
    '. ',
    uncovered.length > 0 && unsaid(uncovered.length),
  ]
}

const unsaid = (count: number): string =>
  count === 1
    ? 'Of one treaty no source says that it holds every act: there, silence does not mean “no”.'
    : `Of ${count} treaties no source says that it holds every act: there, silence does not mean “no”.`
