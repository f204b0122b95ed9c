import type { Height, Tick } from '../charts/lanes.ts'
import { actWords } from '../words/acts.ts'
import { dayNumber, firstOf } from '../words/days.ts'
import { whenWords } from '../words/when.ts'
import type { Timeline } from './shown.ts'

type Event = Timeline['events'][number]

/** What others did towards the state, what it answered, and what was reported of it: told apart by who acts. */
export interface AroundLane {
  readonly name: string
  readonly events: readonly Event[]
}

const groups: readonly { readonly name: string; readonly holds: (event: Event) => boolean }[] = [
  { name: 'Appeals', holds: ({ type, stream }) => type === 'CampaignAction' && stream.startsWith('appeals-') },
  { name: 'Campaigns', holds: ({ type }) => type === 'CampaignAction' },
  { name: 'What it answered and conceded', holds: ({ type }) => ['StateResponded', 'ConcessionMade'].includes(type) },
  { name: 'Norms that it contested', holds: ({ type }) => type === 'NormContested' },
  {
    name: 'Reports and reviews',
    holds: ({ type }) => /^Report|^ConcludingObservations|^IndividualCase|^Judgment/.test(type),
  },
  { name: 'Recommendations of other states', holds: ({ type }) => type === 'UprRecommendationMade' },
]

/** The lanes that have anything, each event in the first that takes it; what was taken back decides nothing. */
export const aroundLanes = (events: readonly Event[]): readonly AroundLane[] => {
  const lanes = groups.map(({ name }) => ({ name, events: [] as Event[] }))
  for (const event of events) {
    if (event.date === null || event.retracted !== null) continue
    const place = groups.findIndex(({ holds }) => holds(event))
    if (place >= 0) lanes[place]?.events.push(event)
  }
  return lanes.filter((lane) => lane.events.length > 0)
}

/** From so many on, a lane tells how many a year. */
const manyTicks = 40

export const isDense = ({ events }: AroundLane): boolean => events.length > manyTicks

/** How many there were in each year, in order; of a stretch of years in its first. */
export const countsByYear = ({ events }: AroundLane): readonly (readonly [year: number, count: number])[] => {
  const counts = new Map<number, number>()
  for (const { date } of events) {
    const year = Number(firstOf(date ?? '').slice(0, 4))
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].toSorted(([a], [b]) => a - b)
}

/** The same as heights, the highest year as high as the lane. */
export const yearHeights = (lane: AroundLane): readonly Height[] => {
  const counts = countsByYear(lane)
  const most = Math.max(...counts.map(([, count]) => count))
  return counts.map(([year, count]) => ({
    from: dayNumber(`${String(year).padStart(4, '0')}-01-01`),
    to: dayNumber(`${String(year + 1).padStart(4, '0')}-01-01`),
    share: count / most,
    says: `${year}: ${count}`,
  }))
}

export const aroundTicks = ({ events }: AroundLane): readonly Tick[] =>
  events.map(({ date, type, summary }) => ({
    day: firstOf(date ?? ''),
    kind: /^Report|^Concluding/.test(type) ? ('report' as const) : ('campaign' as const),
    says: [actWords(type), toldOf(summary), whenWords(date ?? '')].filter(Boolean).join(', '),
  }))

/** What a summary may go on with: a comma within a text does not end it. */
const next = '(?=, (?:by|body|cycle|followUp|kind|norm|of|stance|symbol|text|title|type) |$)'
const byWhom = new RegExp(`, (?:by|body) (.+?)${next}`)
const ofKind = new RegExp(`, (?:kind|stance) (.+?)${next}`)
const titled = /, (?:title|text|symbol) "?(.+?)"?$/

/** What of a summary a reader wants: by whom, of what kind, and its title or text. */
export const toldOf = (summary: string): string => {
  const kind = ofKind.exec(summary)?.[1]?.replaceAll(/[a-z][A-Z]/g, ([a, b]) => `${a} ${b?.toLowerCase()}`)
  return [byWhom.exec(summary)?.[1], kind, titled.exec(summary)?.[1]].filter((word) => word !== undefined).join(': ')
}
