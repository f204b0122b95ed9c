import { absenceOn, type Absence } from '../words/not-there.ts'
import type { Identity } from './identity.ts'

const isIn =
  (day: string) =>
  ({ from, to }: Identity['untold'][number]): boolean =>
    (from === null || from <= day) && (to === null || day < to)

/** That a state was in no system on a day; undefined where one had it, or none ever did, or it is not told. */
export const absenceOfState = ({ spells, untold, predecessors }: Identity, day: string): Absence | undefined => {
  const systems = [...new Set(spells.map(({ system }) => system))]
  if (systems.every((system) => system === 'un') && untold.some(isIn(day))) return undefined
  const absence = absenceOn(spells, day, systems, 'last')
  if (absence === undefined || absence.isOutside || absence.left !== null) return absence
  const isBeforeAll = predecessors.length > 0 && predecessors.every(({ on }) => on !== null && day < on)
  return { ...absence, isOutside: isBeforeAll }
}
