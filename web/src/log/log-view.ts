import type { Address } from '../address/address.ts'
import { currentAddress, goTo } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { emptyLog } from '../front/empty-log.ts'
import { el, fill } from '../elements/element.ts'
import { titled, type View } from '../shell/view.ts'
import { entryOf, namesOf, type EventNames } from './entry.ts'
import { followLog, type Arrived, type FeedFilters } from './feed.ts'
import { appendForm } from './append-form.ts'
import { amendForm } from './amend-form.ts'
import { reviewList } from './review-list.ts'
import { tokenField } from './token-field.ts'

/** So many events are shown. */
const most = 100

/** The log: the newest events, arriving live; and forms to append, to correct, and to review what is proposed. */
export const logView: View = (host, address) => {
  titled('The log')
  const recent = el('div')
  let stop: (() => void) | undefined
  const amend = amendForm()
  const correct = (event: Arrived): void => amend.begin(event)
  fill(
    host,
    el('h1', {}, 'The log'),
    el(
      'p',
      { class: 'sentence' },
      'What was recorded, newest first. Nothing is ever deleted: a correction stands beside what it corrects.',
    ),
    filterForm(address),
    recent,
    el(
      'section',
      { class: 'forms no-embed no-print' },
      el('h2', {}, 'Record'),
      tokenField(),
      el('details', { class: 'more' }, el('summary', {}, 'Append events'), appendForm()),
      amend.element,
      reviewList(),
    ),
  )
  void part(recent)({
    what: 'the newest events',
    load: () => newest(filtersOf(address)),
    show: ({ events, head, called }) => {
      const list = el('ol', { class: 'events' }, ...events.map((event) => entryOf(event, called, correct)))
      const live = el('p', { class: 'note', role: 'status' }, 'Connecting …')
      stop = followLog(
        head,
        filtersOf(address),
        (event) => {
          list.prepend(entryOf(event, called, correct))
          while (list.childElementCount > most) list.lastElementChild?.remove()
        },
        (isLive) =>
          (live.textContent = isLive
            ? 'Live: new events appear here as they are recorded.'
            : 'Not connected; trying again.'),
      )
      if (head === 0) return [live, list, ...emptyLog()]
      return [live, list, events.length === 0 && el('p', {}, 'Nothing that fits was recorded yet.')]
    },
  })
  return () => stop?.()
}

const filtersOf = ({ state, subject, log }: Address): FeedFilters => ({
  ...(state !== undefined && { state }),
  ...(subject !== undefined && { norm: subject }),
  ...(log !== undefined && log !== '' && { stream: log }),
})

/** The newest events that fit, and where the log stands: the list of events goes forward, so it begins near its end. */
const newest = async (
  filters: FeedFilters,
): Promise<{ readonly events: readonly Arrived[]; readonly head: number; readonly called: EventNames }> => {
  const [{ ordinal: head }, known] = await Promise.all([bodyOf(v1.GET('/v1/info')), names()])
  for (let back = most; ; back *= 8) {
    const after = Math.max(head - back, 0)
    const query = { ...filters, after: String(after), limit: 10_000 }
    const { items } = await bodyOf(v1.GET('/v1/events', { params: { query } }))
    if (items.length < most && after > 0 && back < 200_000) continue
    const events = items.slice(-most).toReversed().map(arrivedOf)
    return { events, head, called: namesOf(known) }
  }
}

type Item = Awaited<ReturnType<typeof itemsOf>>[number]
const itemsOf = async () => (await bodyOf(v1.GET('/v1/events'))).items

const arrivedOf = ({ ordinal, id, stream, type, recordedAt, recordedBy, occurred, data }: Item): Arrived => ({
  ordinal,
  id,
  stream,
  type,
  recordedAt,
  recordedBy,
  occurred: occurred ?? undefined,
  data: data as Readonly<Record<string, unknown>>,
})

const filterForm = ({ state = '', subject = '', log = '' }: Address): HTMLElement => {
  const field = (name: string, label: string, value: string) => {
    const input = el('input', { type: 'text', name, value })
    return { input, element: el('label', {}, label, input) }
  }
  const fields = [
    field('state', 'State', state),
    field('subject', 'Norm', subject),
    field('log', 'Stream, as treaty-cat or igo-*', log),
  ] as const
  return el(
    'form',
    {
      class: 'filters no-print no-embed',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        const [inState, inSubject, inLog] = fields.map(({ input }) => input.value.trim())
        goTo({
          ...currentAddress(),
          state: inState === '' ? undefined : inState,
          subject: inSubject === '' ? undefined : inSubject,
          log: inLog ?? '',
        })
      },
    },
    ...fields.map(({ element }) => element),
    el('button', { type: 'submit' }, 'Filter'),
  )
}
