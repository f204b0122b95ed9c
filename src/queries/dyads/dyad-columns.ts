import { doubleColumn, intColumn, textColumn, type Column } from '../question/columns.ts'
import { coverageColumns } from '../question/coverage-fields.ts'
import { standIn } from './structure.ts'

const stateColumns = (side: 'a' | 'b', which: string): readonly Column[] => [
  textColumn(`state_${side}`, `Id of the ${which} state of the dyad; the first is the one whose id comes first`),
  textColumn(`name_${side}`, 'Its name'),
  intColumn(
    `cow_${side}`,
    'Its Correlates of War number on its last day in the system in that year',
    'It had none then',
  ),
  intColumn(`gw_${side}`, 'Its Gleditsch-Ward number on that day', 'It had none then'),
  textColumn(`iso3_${side}`, 'Its ISO 3166-1 alpha-3 code on that day', 'It had none then'),
]

const saidBy = (column: string): string => `It is unknown: ${column} says why; or uncertain dates leave it open`

const sameColumn = (what: string, of: string): Column =>
  intColumn(`same_${what}`, `Whether they share ${of}: 1 or 0`, saidBy(`${what}_covered`))

const reachColumn = (what: string, of: string): Column =>
  textColumn(
    `${what}_covered`,
    `How far the sources of ${of} reach for both: covered; assumed (they describe other days, and are ` +
      `taken to hold); ` +
      'carried (it lies after their last); none; not-recorded (nobody has recorded any)',
  )

/** What a panel of dyads has of each dyad and year. */
export const dyadColumns: readonly Column[] = [
  ...stateColumns('a', 'first'),
  ...stateColumns('b', 'second'),
  intColumn('year', 'The year; one day of it stands for it, 31 December unless another is asked for'),
  intColumn(
    'shared_igos',
    'In how many organisations both are full members, uncertain memberships counted in as exposures count them',
    'It is unknown: no source covers the memberships of both (covered)',
  ),
  intColumn('shared_igos_min', 'In how many they surely are, of those that are told'),
  intColumn('shared_igos_max', 'In how many they may be', 'It is unknown, as shared_igos'),
  intColumn('shared_igos_untold', 'In how many more a source says that it cannot tell of one of them, or of both'),
  intColumn(
    'shared_structured',
    `Joint structured memberships: how many of shared_igos are known to be structured; ${standIn}`,
    'It is unknown: as shared_igos, or of none of them is pooling or delegation known',
  ),
  intColumn('structured_unknown', 'Of how many shared ones nobody says whether they are: apart, and not unstructured'),
  textColumn(
    'contiguity',
    'The type of their border, as the source names it, with spaces between; none where they have none',
    saidBy('contiguity_covered'),
  ),
  textColumn('contiguity_possible', 'The types of a border that uncertain dates leave open', 'None'),
  textColumn(
    'alliances',
    'The types of their alliances, with spaces between; none where they have none',
    saidBy('alliances_covered'),
  ),
  textColumn('alliances_possible', 'The types of alliances that uncertain dates leave open', 'None'),
  sameColumn('language', 'an official language'),
  sameColumn('region', 'the M49 sub-region'),
  sameColumn('metropole', 'a metropole that ruled both up to the day, whether still or no longer'),
  doubleColumn('cinc_a', "The first one's share of the world's capabilities (CINC), 0 to 1", 'Nobody gives it'),
  doubleColumn('cinc_b', 'That of the second', 'Nobody gives it'),
  doubleColumn('cinc_ratio', 'The larger of both over the smaller, 1 or more', 'Either is unknown, or one is 0'),
  ...coverageColumns.map((column) =>
    column.name === 'covered'
      ? { ...column, description: `Of the memberships of both: ${column.description}` }
      : column,
  ),
  reachColumn('contiguity', 'borders'),
  reachColumn('alliances', 'alliances'),
  reachColumn('language', 'official languages'),
  reachColumn('region', 'sub-regions'),
  reachColumn('metropole', 'metropoles'),
  reachColumn('cinc', 'capabilities'),
]
