import type { RiskYear } from '../../diffusion/event-history.ts'
import { intColumn, textColumn, type Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'

/** What an event history says of a year at risk, beside who and when. */
export const riskColumns: readonly Column[] = [
  intColumn(
    'adopted',
    'Whether it adopted in the year: 1, or 0 where it is known not to have; an adoption counts in the year from ' +
      'which on it is certain',
    'Nobody knows: reason says why',
  ),
  textColumn(
    'reason',
    "Why adopted is empty: not-covered (no source covers the year's end), uncertain (a date or a status leaves it " +
      'open), year-not-over (the day asked about lies before its end). Beside 1: earlier-possible (it may have ' +
      'adopted in an earlier year)',
    'Nothing is open',
  ),
  intColumn('spell', 'Which of its adoptions it was at risk of: 1, and after an exit 2'),
  intColumn('years_open', 'The year less that in which anybody could first adopt'),
  textColumn(
    'entry',
    'What put it at risk: opening (it was in the system at the end of the year of opening), system (it entered the ' +
      'system later), exit (it had adopted, and left)',
  ),
  intColumn('at_risk_since', 'The year in which that was'),
  intColumn('years_at_risk', 'The year less at_risk_since'),
  intColumn(
    'observed_since',
    'The year of the first row of this time at risk. After at_risk_since the history is left-truncated: earlier ' +
      'years were not asked for, or nobody knew at their ends whether it had adopted',
  ),
  textColumn(
    'end',
    'Why it is followed no further: event (it adopted), left-system (it is in the system no longer at the end of the ' +
      'year after), last-year (of those asked for), unknown (nobody knows the outcome of the year after; rows ' +
      'without one may follow). All but event are right-censored',
    'It is followed further, or its outcome is not known',
  ),
]

/** The cells of these columns. `opened`: the first year in which anybody could adopt. */
export const riskCells = (row: RiskYear, opened: number): readonly TableCell[] => [
  row.adopted,
  row.reason,
  row.spell,
  row.year - opened,
  row.entry,
  row.atRiskSince,
  row.year - row.atRiskSince,
  row.observedSince,
  row.end,
]
