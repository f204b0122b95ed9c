import { absenceOn, type Absence } from '../words/not-there.ts'
import type { Identity } from './identity.ts'

/** That a state was in no system on a day; undefined where one had it, or none ever did. */
export const absenceOfState = ({ spells, predecessors }: Identity, day: string): Absence | undefined => {
  const systems = [...new Set(spells.map(({ system }) => system))]
  const absence = absenceOn(spells, day, systems, 'last')
  if (absence === undefined || absence.isOutside || absence.left !== null) return absence
  const isBeforeAll = predecessors.length > 0 && predecessors.every(({ on }) => on !== null && day < on)
  return { ...absence, isOutside: isBeforeAll }
}
