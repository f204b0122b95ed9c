import type { Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import type { Problem } from '../ask/problem.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { dayWords, momentWords } from '../words/days.ts'

/** What an address names, by the code of the refusal that says that nothing goes by it. */
const named: Readonly<Record<string, { readonly field: keyof Address; readonly what: string }>> = {
  'unknown-actor': { field: 'state', what: 'a state or another actor' },
  'unknown-subject': { field: 'subject', what: 'a treaty or a norm' },
  'unknown-treaty': { field: 'subject', what: 'a treaty' },
  'unknown-norm': { field: 'subject', what: 'a norm' },
  'unknown-organisation': { field: 'organisation', what: 'an organisation' },
}

interface Nearest {
  readonly name: string
  readonly id: string
}

/** The nearest names of a hint: `Closest: France (fra), Gabon (gab).` */
export const nearestOf = (hint: string | undefined): readonly Nearest[] =>
  (/^Closest: (.*?)\.?$/.exec(hint ?? '')?.[1] ?? '').split(/(?<=\([a-z0-9-]+\)), /).flatMap((one) => {
    const [, name, id] = /^(.*) \(([a-z0-9-]+)\)$/.exec(one) ?? []
    return name === undefined || id === undefined ? [] : [{ name, id }]
  })

/** What a view says where its address cannot be answered: what came, what was expected, what is near, a way back. */
export const refused =
  (address: Address) =>
  (problem: Problem): readonly Child[] | undefined => {
    if (problem.code === 'nothing-known') return [beforeTheFirst(address)]
    const known = named[problem.code ?? '']
    if (known !== undefined) return [nothingGoesBy(address, known, problem)]
    if (problem.status !== 400) return undefined
    return [
      el('h1', {}, 'This address cannot be answered'),
      el('p', { class: 'sentence' }, problem.message),
      problem.hint !== undefined && el('p', {}, problem.hint),
      wayBack(),
    ]
  }

const nothingGoesBy = (
  address: Address,
  { field, what }: { readonly field: keyof Address; readonly what: string },
  { hint }: Problem,
): HTMLElement => {
  const body = el('div', { class: 'refused' })
  const near = nearestOf(hint)
  fill(
    body,
    el('h1', {}, `Nothing here goes by “${address[field] ?? ''}”`),
    el('p', { class: 'sentence' }, `The address asks for ${what}; this log knows none by that name.`),
    near.length > 0 && el('p', {}, 'The nearest names:'),
    near.length > 0 &&
      el('ul', {}, ...near.map(({ name, id }) => el('li', {}, el('a', linkTo({ ...address, [field]: id }), name)))),
    wayBack(),
  )
  // Where nothing is recorded at all, another name helps nobody.
  void names().then(
    async (known) => {
      const { howItIsFilled, isEmptyLog } = await import('../front/empty-log.ts')
      if (isEmptyLog(known)) fill(body, el('h1', {}, 'Nothing is recorded yet'), ...howItIsFilled())
    },
    () => undefined,
  )
  return body
}

/** A moment before anything was recorded: when that began, as a link to the same view as known then. */
const beforeTheFirst = (address: Address): HTMLElement => {
  const { asKnownAt = '' } = address
  const first = el('p', {})
  void bodyOf(v1.GET('/v1/events', { params: { query: { limit: 1 } } })).then(
    ({ items }) => {
      const recordedAt = items[0]?.recordedAt
      if (recordedAt === undefined) return
      const then = linkTo({ ...address, asKnownAt: recordedAt })
      fill(first, 'The first event was recorded on ', el('a', then, momentWords(recordedAt)), '.')
    },
    () => undefined,
  )
  return el(
    'div',
    { class: 'refused' },
    el('h1', {}, `Nothing was recorded yet on ${dayWords(asKnownAt.slice(0, 10))}`),
    el('p', { class: 'sentence' }, 'The view is of what this log knew at that moment, and it knew nothing.'),
    first,
    el('p', {}, el('a', linkTo({ ...address, asKnownAt: undefined }), 'The same as known today')),
  )
}

const wayBack = (): HTMLElement =>
  el(
    'p',
    {},
    'The search above takes names as people write them; ',
    el('a', linkTo({}), 'the front page'),
    ' lists all that this log knows.',
  )

/** What an address gives as its day where that is none: said, since the view shows another. */
export const unreadDay = (search: string, read: string | undefined): Child => {
  const given = new URLSearchParams(search).get('asOf')?.trim() ?? ''
  if (given === '' || read !== undefined) return undefined
  return el(
    'p',
    { class: 'rule unread', role: 'note' },
    `“${given}” in the address is no day, and the view shows its usual one. Days are written as 1995-06-01, ` +
      '1 June 1995, June 1995 or 1995.',
  )
}
