import { linkTo, currentAddress } from '../address/navigate.ts'
import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { coverageWords } from '../words/coverage.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { capitalized } from '../words/names.ts'
import { familyOf, labelOf } from '../words/statuses.ts'

type Explained = Answer<'/v1/explain/status/{state}/{subject}'>
type Evidence = Explained['evidence'][number]

/** A dated step of a trail: what happened, by which rule, and who says so. */
interface Step {
  readonly date: string | null
  readonly says: Child
  readonly sources: readonly string[]
}

/** A status as a trail of dated steps: the acts with their sources, and what follows from them by the treaty's rules. */
export const statusTrail = (found: Explained): readonly Child[] => [
  el('p', { class: 'over' }, found.state),
  el('h2', {}, found.subject),
  badge(found),
  ...found.rules.map(({ rule }) => el('p', { class: 'rule' }, `In force ${rule}.`)),
  el('ol', { class: 'trail' }, ...stepsOf(found).map(stepElement)),
  el('p', { class: 'note' }, coverageWords(found.coverage, found.status)),
  el(
    'p',
    { class: 'buttons' },
    el('a', { class: 'button', ...linkTo({ ...currentAddress(), state: found.state, why: undefined }) }, 'State page'),
  ),
]

const badge = ({ status, since, until }: Explained): HTMLElement => {
  const from = since === null ? '' : ` since ${dayWords(since)}`
  const to = until === null ? '' : `, until ${dayWords(until)}`
  return el('p', { class: `badge ${familyOf(status)}` }, `${labelOf(status)}${from}${to}`)
}

const stepsOf = ({ evidence, dates }: Explained): readonly Step[] =>
  [...evidence.map(actStep), ...dates.map(derivedStep)].toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))

const actStep = ({ occurred, says, citations }: Evidence): Step => ({
  date: occurred,
  says: capitalized(says),
  sources: citations,
})

const derivedStep = ({ what, date, rule, triggerDate }: Explained['dates'][number]): Step => ({
  date,
  says: `${what === 'out' ? 'Out' : 'Bound'}: ${triggerDate === null ? '' : `${dayWords(triggerDate)} + `}${rule}.`,
  sources: [],
})

const stepElement = ({ date, says, sources }: Step): HTMLElement =>
  el(
    'li',
    {},
    el('p', { class: 'when' }, date === null ? 'No day is known' : dayElement(date)),
    el('p', {}, says),
    ...sources.map((source) => el('p', { class: 'source' }, source)),
  )
