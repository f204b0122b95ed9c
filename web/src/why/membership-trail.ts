import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { actWhenWords, actWords } from '../words/acts.ts'
import { dayElement, dayWords, firstOf } from '../words/days.ts'

type Recorded = Answer<'/v1/events'>['items'][number]
type Registered = Answer<'/v1/source/{source}'>

/** A membership that is asked why. */
export interface AskedMembership {
  readonly state: string
  readonly name: string
  readonly organisation: string
  /** How it stood, in words. */
  readonly says: string
  readonly decidedBy: readonly string[]
  /** The day that is asked about: what came later is no part of why. */
  readonly day?: string
  /** What of it is told by no deciding event: suspensions, how far sources reach. */
  readonly notes: readonly string[]
}

/** An act that decided a membership, and who says so. */
export interface Cited {
  readonly event: Recorded
  readonly sources: readonly CitedSource[]
}
interface CitedSource {
  readonly words: string
  readonly url: string | null
}

/** The deciding events of a membership, each with what its sources are called. */
export const decidingEvents = async (ids: readonly string[]): Promise<readonly Cited[]> => {
  const { asKnownAt } = currentAddress()
  const query = asKnownAt === undefined ? {} : { asKnownAt }
  const answers = await Promise.all(
    ids.map((id) => bodyOf(v1.GET('/v1/events', { params: { query: { ...query, id } } }))),
  )
  return Promise.all(
    answers
      .flatMap(({ items }) => items)
      .map(async (event) => ({ event, sources: await Promise.all(sourcesOf(event).map(citationOf)) })),
  )
}

interface Named {
  readonly ref?: string
  readonly citation?: string
  readonly url?: string
  readonly locator?: string
}

const sourcesOf = (event: Recorded): readonly Named[] =>
  (event as { readonly sources?: readonly Named[] }).sources ?? []

const citationOf = async ({ ref, citation, url, locator }: Named): Promise<CitedSource> => {
  const registered: Registered | undefined =
    ref === undefined
      ? undefined
      : await bodyOf(v1.GET('/v1/source/{source}', { params: { path: { source: ref } } })).catch(() => undefined)
  const said = [registered?.citation ?? citation ?? ref, locator].filter((one) => one !== undefined && one !== null)
  return { words: said.join(', '), url: url ?? registered?.url ?? null }
}

const modes: Readonly<Record<string, string>> = {
  original: 'it was among the first members',
  accession: 'it joined',
  succession: 'it succeeded another member',
  seatSubstitution: 'it took over the seat of another',
  readmission: 'it was admitted again',
  resumption: 'it took its seat up again',
  withdrawal: 'it withdrew',
  expulsion: 'it was expelled',
  cessation: 'its membership was ended',
  extinction: 'it ceased to exist',
}

/** A membership as a trail of dated acts, with their sources. */
export const membershipTrail = (asked: AskedMembership, cited: readonly Cited[]): readonly Child[] => {
  const { day } = asked
  return trailOf(
    asked,
    cited.filter(({ event }) => day === undefined || firstOf(event.reads?.occurred ?? event.occurred ?? '') <= day),
  )
}

const trailOf = (asked: AskedMembership, events: readonly Cited[]): readonly Child[] => [
  el('p', { class: 'over' }, asked.name),
  el('h2', {}, asked.organisation),
  el('p', {}, asked.says),
  events.length === 0
    ? el('p', { class: 'note' }, 'No single act is recorded that decided it.')
    : el('ol', { class: 'trail' }, ...events.map(stepElement)),
  ...asked.notes.map((note) => el('p', { class: 'note' }, note)),
  el(
    'p',
    { class: 'buttons no-embed' },
    el('a', { class: 'button', ...linkTo({ ...clocksOf(currentAddress()), state: asked.state }) }, 'State page'),
  ),
]

/** An act with its sources, as a step of a trail. */
export const stepElement = ({ event, sources }: Cited): HTMLElement => {
  const { occurred, type, reads, retracted, corrections } = event
  const date = reads?.occurred ?? occurred ?? null
  return el(
    'li',
    {},
    el('p', { class: 'when' }, whenOf(reads?.type ?? type, date)),
    el('p', {}, `${actWords(reads?.type ?? type)}${modeOf(event)}.`),
    retracted !== null && el('p', { class: 'corrected' }, `Taken back later: ${retracted.reason}`),
    ...corrections.map(({ reason, recordedAt }) =>
      el('p', { class: 'corrected' }, `Corrected on ${dayWords(recordedAt.slice(0, 10))}. ${reason}`),
    ),
    ...sources.map(({ words, url }) =>
      el(
        'p',
        { class: 'source' },
        words,
        url !== null && ' ',
        url !== null && el('a', { href: url, rel: 'noreferrer' }, 'source'),
      ),
    ),
  )
}

const modeOf = (event: Recorded): string => {
  const mode = (event as { readonly data?: { readonly mode?: string } }).data?.mode
  const words = mode === undefined ? undefined : modes[mode]
  return words === undefined ? '' : `: ${words}`
}

const whenOf = (type: string, date: string | null): Child => {
  if (date === null) return 'No day is known'
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayElement(date) : actWhenWords(type, date)
}
