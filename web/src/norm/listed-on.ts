import { el, type Child } from '../elements/element.ts'
import type { SubjectHistory } from './history.ts'

/** Every state of the system on a day, and those of which it is not told whether they were in it, by name. */
export const listedOn = (
  history: SubjectHistory,
  day: number,
): readonly { readonly state: string; readonly name: string }[] =>
  [...history.states.keys()]
    .filter((state) => history.isInSystem(state, day) || history.isUntold(state, day))
    .map((state) => ({ state, name: history.nameOn(state, day) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))

/** Of how many that are listed it is not told whether they were in the system; nothing where it is of all. */
export const untoldNote = (history: SubjectHistory, day: number): Child => {
  const untold = [...history.states.keys()].filter((state) => history.isUntold(state, day)).length
  return (
    untold > 0 &&
    el(
      'p',
      { class: 'note' },
      `Of ${untold} that are listed the chosen sources do not tell whether they were in the state system then.`,
    )
  )
}
