import { doubleColumn, intColumn, type Column } from '../question/columns.ts'

/** The columns of the curve of a spread, a row a year. */
export const spreadColumns: readonly Column[] = [
  intColumn('year', 'The year; counts are of 31 December, in the last year of the day asked about'),
  intColumn('system', 'Members of the state system on that day'),
  intColumn('signed', 'Of these, how many had certainly signed, or gone further'),
  intColumn('consented', 'Of these, how many had certainly consented to be bound, or gone further'),
  intColumn('in_force', 'For how many of these it was certainly in force'),
  doubleColumn('signed_share', 'The column signed over the column system', 'The system has no members'),
  doubleColumn('consented_share', 'The column consented over the column system', 'The system has no members'),
  doubleColumn('in_force_share', 'The column in_force over the column system', 'The system has no members'),
  intColumn('adopters', 'New adopters of the year, by the threshold asked for, among those at risk'),
  intColumn('at_risk', 'Members of the system that were no adopters at the end of the year before'),
  doubleColumn('hazard', 'The column adopters over the column at_risk', 'Nobody is at risk'),
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
]
