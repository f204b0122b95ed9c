import { doubleColumn, intColumn, type Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { CurveYear } from './spread-curve.ts'
import type { SpreadWithout } from './spread-without.ts'

const hazardColumn: readonly Column[] = [
  intColumn(
    'unknown',
    'Of at_risk: of whom nobody knows whether they adopted in the year, for sources end or it is not over',
  ),
  doubleColumn(
    'hazard',
    'The column adopters over at_risk without unknown',
    'Nobody is at risk, unknown is more than half of at_risk, or the year is not over',
  ),
]

/** The columns of the curve of a spread, a row a year. */
export const curveColumns: readonly Column[] = [
  intColumn('year', 'The year; counts are of 31 December, in the last year of the day asked about'),
  intColumn('system', 'Members of the state system on that day'),
  intColumn('signed', 'Of these, how many had certainly signed, or gone further'),
  intColumn('consented', 'Of these, how many had certainly consented to be bound, or gone further'),
  intColumn('in_force', 'For how many of these it was certainly in force'),
  doubleColumn(
    'signed_share',
    'The column signed over the column system; by the denominator actors with signed_outside in both',
    'Nobody is counted',
  ),
  doubleColumn('consented_share', 'The same of consented', 'Nobody is counted'),
  doubleColumn('in_force_share', 'The same of in_force', 'Nobody is counted'),
  intColumn('adopters', 'New adopters of the year, by the threshold asked for, among those at risk'),
  intColumn('at_risk', 'Members of the system that were no adopters at the end of the year before'),
  ...hazardColumn,
  intColumn(
    'signed_possible',
    'Further members that may have to be counted in signed: their dates or their status leave it open',
  ),
  intColumn(
    'consented_possible',
    'Further members that may have to be counted in consented: their dates or their status leave it open',
  ),
  intColumn(
    'in_force_possible',
    'Further members that may have to be counted in in_force: their dates or their status leave it open',
  ),
  ...(['signed', 'consented', 'in_force'] as const).flatMap((column) => [
    intColumn(
      `${column}_covered`,
      `Of how many members it is known whether to count them in ${column}, by a source that covers the day`,
    ),
    intColumn(`${column}_carried`, 'Of how many further members it was known last before the day'),
  ]),
  ...(['signed', 'consented', 'in_force'] as const).map((column) =>
    intColumn(`${column}_outside`, `How many had, as ${column} counts them, that were no members of the system`),
  ),
  intColumn('exited', 'How many of those counted ceased to be adopters in the year and stayed in the system'),
  intColumn('entered', 'How many states entered the system in the year'),
  intColumn('left', 'How many left it'),
  doubleColumn(
    'change_by_adoptions',
    'What adoptions of the year added to the share by the threshold asked for; the three parts add up to its change',
  ),
  doubleColumn('change_by_exits', 'What exits took off it: 0 or less'),
  doubleColumn('change_by_members', 'What states that entered or left the system changed: new ones dilute a share'),
]

/** A year of the curve as the cells of a row. */
export const curveCells = (year: CurveYear): readonly TableCell[] => {
  const shares = [year.signed, year.consented, year.inForce]
  const { byAdoptions, byExits, byMembers } = year.change
  return [
    year.year,
    year.system,
    ...shares.map(({ count }) => count),
    ...shares.map(({ share }) => share),
    year.adopters,
    year.atRisk,
    year.unknown,
    year.hazard,
    ...shares.map(({ possible }) => possible),
    ...shares.flatMap(({ covered, carried }) => [covered, carried]),
    ...shares.map(({ outside }) => outside),
    year.exited,
    year.entered,
    year.left,
    byAdoptions,
    byExits,
    byMembers,
  ]
}

/** The hazard alone. */
export const hazardColumns: readonly Column[] = [
  intColumn('year', 'The year'),
  intColumn('at_risk', 'Members of the system that are known to have been no adopters at the end of the year before'),
  intColumn('adopters', 'How many of these adopted in the year, by the threshold asked for'),
  ...hazardColumn,
]
export const hazardCells = ({ year, atRisk, adopters, unknown, hazard }: CurveYear): readonly TableCell[] => [
  year,
  atRisk,
  adopters,
  unknown,
  hazard,
]

const thresholdsCounted = ['signed', 'consented', 'in_force'] as const
export const curveWithoutColumns: readonly Column[] = [
  intColumn('system_without', 'The column system in a world where the things named by without are left out'),
  ...thresholdsCounted.map((column) => intColumn(`${column}_without`, `The column ${column} in that world`)),
  ...thresholdsCounted.map((column) =>
    doubleColumn(`${column}_share_without`, `The column ${column}_share in that world`, 'Nobody is counted'),
  ),
]
export const curveWithoutCells = ({ curve }: SpreadWithout, year: number): readonly TableCell[] => {
  const found = curve.find((one) => one.year === year)
  const counts = [found?.signed, found?.consented, found?.inForce]
  return [found?.system ?? null, ...counts.map((one) => one?.count ?? null), ...counts.map((one) => one?.share ?? null)]
}
