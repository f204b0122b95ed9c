import type { Names } from '../ask/names.ts'
import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { dayWords } from '../words/days.ts'
import { withNames } from './rules.ts'

type Explained = Answer<'/v1/explain/status/{state}/{subject}'>
export type Evidence = Explained['evidence'][number]

/** A dated step of a trail: what happened, by which rule, and who says so. */
export interface Step {
  readonly date: string | null
  readonly says: Child
  readonly sources: readonly string[]
  readonly corrections?: Evidence['corrections']
}

/** The steps of a status in order of time: what was done, and what follows from that by the rules. */
export const stepsOf = (acts: readonly Evidence[], found: Explained, known: Names): readonly Step[] => {
  const derived = found.dates.filter(isToldOn(found)).map((date) => derivedStep(date, known))
  return [...joined(actSteps(acts, found)), ...derived].toSorted(byDate)
}

/** What comes after the day asked about is no part of why; but when somebody who gave notice will be out is. */
const isToldOn =
  ({ asOf, until }: Explained) =>
  ({ date }: Explained['dates'][number]): boolean =>
    date <= asOf || date === until

const byDate = (a: Step, b: Step): number => (a.date ?? '').localeCompare(b.date ?? '')

/** What is set off by several instruments on one day is one step: the sixtieth was among ten. */
const actSteps = (acts: readonly Evidence[], { rules }: Explained): readonly Step[] => {
  const setOff = new Set(rules.flatMap(({ triggerEvents }) => triggerEvents))
  const triggers = new Set(rules.flatMap(({ triggerEvents }) => (triggerEvents.length > 1 ? triggerEvents : [])))
  const together = acts.filter(({ id, occurred }) => triggers.has(id) && occurred === triggerDay(acts, triggers))
  if (together.length < 3) return acts.map((act) => actStep(act, setOff))
  const [first] = together
  // Two sources may tell each of them.
  const instruments = [...new Set(together.map(({ sentence, occurred }) => withoutDate(sentence, occurred)))]
  const says = el(
    'details',
    {},
    el('summary', {}, `${instruments.length} instruments on one day, the deciding one among them`),
    ...instruments.map((sentence) => el('p', {}, sentence)),
  )
  const joint: Step = { date: first?.occurred ?? null, says, sources: first?.citations.slice(0, 1) ?? [] }
  return [joint, ...acts.filter((act) => !together.includes(act)).map((act) => actStep(act, setOff))]
}

/** The same act as two sources tell it is one step, with the sources of both. */
const joined = (steps: readonly Step[]): readonly Step[] => {
  const byWords = new Map<string, Step>()
  const alone: Step[] = []
  for (const step of steps) {
    if (typeof step.says !== 'string') {
      alone.push(step)
      continue
    }
    const key = `${step.date ?? ''} ${step.says}`
    const before = byWords.get(key)
    byWords.set(key, {
      ...step,
      sources: [...(before?.sources ?? []), ...step.sources],
      corrections: [...(before?.corrections ?? []), ...(step.corrections ?? [])],
    })
  }
  return [...alone, ...byWords.values()]
}

const triggerDay = (acts: readonly Evidence[], triggers: ReadonlySet<string>): string | null | undefined =>
  acts.find(({ id }) => triggers.has(id))?.occurred

const conditionMet = 'With it the condition for entry into force was met.'

/** An act; of the one that met the treaty's own condition, that it did. */
export const actStep = (
  { id, occurred, sentence, citations, corrections }: Evidence,
  setOff: ReadonlySet<string> = new Set(),
): Step => ({
  date: occurred,
  says: [withoutDate(sentence, occurred), ...(setOff.has(id) ? [conditionMet] : [])].join(' '),
  sources: citations,
  corrections,
})

/** A sentence that stands under its date need not say it again; other days are put in words. */
const withoutDate = (sentence: string, date: string | null): string => {
  const rest = date === null ? sentence : sentence.replace(` on ${date}`, '')
  return rest.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayWords(day))
}

const doubtOf = (date: string, latest: string | null): string => {
  if (latest === null) return ' at the earliest'
  return latest === date ? '' : `, or as late as ${dayWords(latest)}`
}

const derivedStep = ({ what, date, latest, rule, triggerDate }: Explained['dates'][number], known: Names): Step => {
  const arithmetic = `${dayWords(triggerDate)}, and ${withNames(rule, known)}`
  return {
    date,
    says: `${what === 'out' ? 'Out' : 'Bound'}${doubtOf(date, latest)}: ${arithmetic}.`,
    sources: [],
  }
}
