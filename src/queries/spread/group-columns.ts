import { dateColumn, doubleColumn, intColumn, textColumn, type Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { GroupOfStates } from './groups-of-states.ts'

/** How far it has spread in each group of states. */
export const groupColumns: readonly Column[] = [
  textColumn('group', 'Id of the group, by what was asked for in by', 'Nobody says in which group these are'),
  textColumn('label', 'The group in words'),
  intColumn('system', 'Members of the state system on the day asked about that are in it'),
  intColumn('adopters', 'Of these, how many certainly stand at or above the threshold'),
  intColumn('possible', 'Further ones that may'),
  doubleColumn('share', 'The column adopters over the column system', 'It has no members'),
  dateColumn('first', 'First day on which one that is or was in the system adopted', 'None has'),
  dateColumn('tips', 'First day on which the share asked for was reached among its members of that day', 'It was not'),
]

export const groupCells = (one: GroupOfStates): readonly TableCell[] => [
  one.group,
  one.label,
  one.system,
  one.adopters,
  one.possible,
  one.share,
  one.first,
  one.tips,
]
