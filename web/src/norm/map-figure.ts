import { el } from '../elements/element.ts'
import { worldMap } from '../map/world-map.ts'
import { dayOfNumber, dayWords } from '../words/days.ts'
import { capitalized } from '../words/names.ts'
import { absenceOn, absenceSentence, saysNothingDone, untoldSentence } from '../words/not-there.ts'
import { sentenceOf } from '../words/sentence.ts'
import type { SubjectHistory } from './history.ts'
import { chosenCard } from './chosen-card.ts'
import { legend, legendEntries } from './legend.ts'
import { boundOn } from './sentence.ts'

interface Choosing {
  readonly select: (state: string) => void
  /** Goes to where it is told why. */
  readonly seeWhy: () => void
}

/** The map of a subject with its legend, and whose borders it shows. */
export const mapFigure = (history: SubjectHistory, what: string, { select, seeWhy }: Choosing) => {
  const key = legend(history.isNorm)
  const card = chosenCard({
    familyOn: (state, on) => history.familyOn(state, on),
    nameOn: (state, on) => history.nameOn(state, on),
    tell: (state, on) => toldOf(history, state, on, what),
    seeWhy,
  })
  const map = worldMap({
    familyOn: (state, on) => history.familyOn(state, on),
    isInSystem: (state, on) => history.states.has(state) && history.isInSystem(state, on),
    isUntold: (state, on) => history.isUntold(state, on),
    tell: (state, on) => toldOf(history, state, on, what),
    select,
  })
  const show = (day: number): void => {
    key.show(history.countsOn(day))
    const count = capitalized(boundOn(history, day))
    card.show(day)
    map.show(day, `Bound on ${dayWords(dayOfNumber(day))}: ${count}; the table below says which.`)
  }
  const about = (day: number) => ({
    legend: legendEntries(history.countsOn(day), history.isNorm).map(({ family, label, count }) => ({
      looks: family,
      shape: 'area' as const,
      words: count === null ? label : `${label} ${count}`,
    })),
    notes: [`Borders: Natural Earth${borderWords}`],
  })
  const choose = (state: string | undefined): void => {
    map.select(state)
    card.choose(state)
  }
  const element = el(
    'figure',
    { class: 'map-figure' },
    map.element,
    ...card.elements,
    el('figcaption', {}, key.element, borders()),
  )
  return { element, show, select: choose, announce: card.announce, picture: () => map.element, about }
}

const borderWords =
  ', those of today; they are no statement of normtrail. Former unions are outlined around their successors.'

const borders = (): HTMLElement =>
  el(
    'p',
    { class: 'note' },
    'Borders: ',
    el('a', { href: 'https://www.naturalearthdata.com/', rel: 'noreferrer' }, 'Natural Earth'),
    borderWords,
  )

const toldOf = (history: SubjectHistory, state: string, day: number, what: string): string => {
  const name = history.nameOn(state, day)
  const span = history.spanOn(state, day)
  if (span === undefined) return name
  const { status, from, spell, possible, reason } = span
  const { adopted, system } = history.answer
  const { isNorm } = history
  const on = dayOfNumber(day)
  const isUntold = history.isUntold(state, day)
  const stays = history.states.get(state)?.system ?? []
  const absence = isUntold ? undefined : absenceOn(stays, on, [system ?? 'un'])
  const told = { status, since: from, spell, possible, reason, absence, adoption: { adopted, isNorm } }
  // Of who was no member and did nothing, that it was none is all there is to say.
  if (absence !== undefined && saysNothingDone(told)) return absenceSentence(name, on, absence)
  const sentence = sentenceOf(told, name, what, on)
  return isUntold && saysNothingDone(told) ? `${sentence} ${untoldSentence(system ?? 'un')}` : sentence
}
