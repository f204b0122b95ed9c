import type { StepEvent } from '../../../projections/compose/campaign/boomerang.ts'
import { incorporating } from '../../../projections/folds/domestic-acts.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** Acts at home that close the way through domestic channels, by what they are recorded as. */
const closing: Readonly<Record<string, string>> = {
  LegislationRepealed: 'law repealed',
  ConstitutionalIncorporationRemoved: 'taken out of the constitution',
}
const byDirection: Readonly<Record<string, string>> = {
  denies: 'a court of the state refused to apply the norm',
  rejected: 'a referendum rejected it',
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (world: Snapshot, actor: string, norm: string) =>
  knownRows(world, 'domestic_act').selectAll().where('actor', '=', actor).where('norm', '=', norm).execute()

/** When a law that is recorded with its repeal was repealed; undefined while it stands. */
const endOf = (rows: readonly Row[]) => {
  const hi = Math.max(...rows.map(({ valid_to: to }) => to)) as Day
  const sure = rows.find(({ certainty }) => certainty === 'certain')
  return hi >= FOREVER ? undefined : { lo: (sure?.valid_to ?? hi) as Day, hi }
}

const blockageOf = (rows: readonly Row[]): (StepEvent & { readonly isRepeal: boolean }) | undefined => {
  const [row] = rows
  if (row === undefined) return undefined
  const decidedBy = idsOf(row.decided_by)
  if (incorporating.has(row.kind)) {
    const end = endOf(rows)
    return end === undefined
      ? undefined
      : { ...end, sure: true, says: `repealed: ${row.title}`, decidedBy, isRepeal: true }
  }
  const words = closing[row.kind] ?? byDirection[row.direction ?? '']
  if (words === undefined) return undefined
  return {
    lo: Math.min(...rows.map(({ valid_from: from }) => from)) as Day,
    hi: Math.max(...rows.map(({ valid_from: from }) => from)) as Day,
    sure: true,
    says: `${words}: ${row.title}`,
    decidedBy,
    isRepeal: row.kind in closing,
  }
}

/**
 * What a state did at home against a norm: repeals, rulings that refuse to apply it, referendums that reject it. What
 * is repealed on the day on which another law or clause takes its place is no repeal of the norm.
 */
export const loadBlockages = async (world: Snapshot, actor: string, norm: string): Promise<readonly StepEvent[]> => {
  const rows = await rowsOf(world, actor, norm)
  const begun = new Set(rows.filter(({ kind }) => incorporating.has(kind)).map(({ valid_from: from }) => from))
  return [...groupBy(rows, ({ decided_by, kind, title }) => `${decided_by} ${kind} ${title}`).values()]
    .flatMap((own) => blockageOf(own) ?? [])
    .filter(({ lo, isRepeal }) => !(isRepeal && begun.has(lo)))
}
