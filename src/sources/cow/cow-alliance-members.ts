import { groupBy } from '../../common/group-by.ts'
import { parseDate } from '../../time/edtf.ts'
import { cowTerms } from '../importer/terms.ts'
import type { HoldersOf, Importer, OpenFile, Reference, Yield } from '../importer/draft.ts'
import { allianceCitation, allianceYears } from './cow-alliance-release.ts'
import { Bad, cellOf, codeOf, dateOf, type Row } from '../tables/table-cell.ts'
import { tieDrafts } from '../tables/table-ties.ts'

/**
 * COW formal alliances, member by member: version4id, ccode, mem_st_* and mem_end_*: from when to when a state was in
 * the alliance; -9 is a part of a date that is not known, an empty end lies behind the data. Two members are tied for
 * as long as both were in it, by each promise that stands in both of their rows.
 */
export const cowAllianceMembers: Importer = {
  name: 'cow-alliance-members',
  reads: 'Correlates of War, formal alliances 4.1: one row per member and spell (alliance_v4.1_by_member.csv)',
  order: 43,
  header: ['version4id', 'ccode', 'ss_type', 'mem_st_year', 'mem_st_month', 'mem_st_day', 'mem_end_year', 'defense'],
  release: {
    id: 'cow-alliance-members-4.1',
    citation: allianceCitation,
    series: 'cow-alliance-members',
    version: '4.1',
    kind: 'dataset',
    published: '2013~',
    ...cowTerms,
  },
  about: {
    download:
      'https://correlatesofwar.org/data-sets/formal-alliances/: version4.1_csv.zip, of which ' +
      'alliance_v4.1_by_member.csv is read',
    covers: 'Formal alliances of states, 1816 to 2012, by the day where it is known',
  },
  vanished: 'retract',
  scope: { streams: 'siblings', facts: 'all' },
  claims: () => [{ relations: ['cow-alliance'], ...allianceYears }],
  unmatched: 'stop',
  outsideDays: 'take',
  rows: (file, holdersOf = () => []) => pairs(file, holdersOf),
}

const promises = ['defense', 'neutrality', 'nonaggression', 'entente'] as const

interface Member {
  readonly row: number
  readonly alliance: string
  readonly state: Reference
  readonly from: string
  readonly through: string | undefined
  readonly promised: readonly string[]
}

async function* pairs(file: OpenFile, holdersOf: HoldersOf): AsyncGenerator<Yield> {
  const members: Member[] = []
  const said: Yield[] = []
  const tied = new Set<number>()
  for await (const row of file.records()) {
    const member = memberOf(row)
    if (member instanceof Bad) said.push(member.at(row.row))
    else members.push(member)
  }
  for (const ofAlliance of groupBy(members, ({ alliance }) => alliance).values())
    for (const [index, one] of ofAlliance.entries()) {
      for (const other of ofAlliance.slice(index + 1)) {
        const drafts = tiesBetween(one, other, holdersOf)
        if (drafts.length > 0) for (const { row } of [one, other]) tied.add(row)
        said.push(...drafts)
      }
    }
  for (const { row } of members) if (!tied.has(row)) said.push({ rows: [row, row], skipped: 'no-tie' })
  yield* said.toSorted((a, b) => a.rows[0] - b.rows[0])
}

const memberOf = (row: Row): Member | Bad => {
  const known: Row = {
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, cell === '-9' ? '' : cell])),
  }
  const code = codeOf(cellOf(row, 'ccode'))
  if (!/^\d+$/.test(code)) return new Bad('ccode', code, 'a COW state number')
  const from = dateOf(known, { year: 'mem_st_year', month: 'mem_st_month', day: 'mem_st_day' })
  const through = dateOf(known, { year: 'mem_end_year', month: 'mem_end_month', day: 'mem_end_day' })
  if (from === undefined) return new Bad('mem_st_year', '', 'a year, such as 1984')
  if (from instanceof Bad) return from
  if (through instanceof Bad) return through
  if (through !== undefined && parseDate(through).hi < parseDate(from).lo)
    return new Bad('mem_end_year', through, `a date not before ${from}`)
  return {
    row: row.row,
    alliance: codeOf(cellOf(row, 'version4id')),
    state: { scheme: 'cow', code },
    from,
    through,
    promised: promises.filter((promise) => codeOf(cellOf(row, promise)) === '1'),
  }
}

/** For as long as both were in it: from the later beginning through the earlier end. */
const tiesBetween = (one: Member, other: Member, holdersOf: HoldersOf): readonly Yield[] => {
  const from = parseDate(one.from).lo < parseDate(other.from).lo ? other.from : one.from
  const ends = [one.through, other.through].filter((end) => end !== undefined)
  const through = ends.toSorted((a, b) => parseDate(a).hi - parseDate(b).hi)[0]
  if (through !== undefined && parseDate(through).hi < parseDate(from).lo) return []
  return one.promised
    .filter((promise) => other.promised.includes(promise))
    .flatMap((type) =>
      tieDrafts(
        {
          rows: [Math.min(one.row, other.row), Math.max(one.row, other.row)],
          relation: 'cow-alliance',
          directed: false,
          type,
          value: undefined,
          days: { from, through },
          label: one.alliance,
        },
        [one.state, other.state],
        holdersOf,
      ),
    )
}
