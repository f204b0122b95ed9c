import { append } from '../../support/append.ts'
import { theWorkspaceOf } from '../../support/a-workspace-of.ts'
import { complete } from '../../support/complete.ts'
import { toyScores } from '../../support/toy-scores.ts'
import { toyOrganisation, toyStates } from '../../support/toy-states.ts'
import { readRecipe } from '../../../src/queries/recipes/read-recipe.ts'
import { tableOfRecipe, worldOfRecipe } from '../../../src/queries/recipes/table-of-recipe.ts'
import type { TableCell } from '../../../src/queries/question/question.ts'

/**
 * The toy world of exposures (A 8, B 6, C 2, D 0, E unrated; o1 = A B, o2 = A B C D, o3 = A C D E, o4 = D), its scores
 * those of 2000; and of 2001, one more each. A treaty in force from 2000 on: A accedes on 2001-07-02, B in 2000, C
 * accedes and is out from 2002-03-01. What is recorded of it is complete through 2004.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const since = '1990-01-01'
const said = (stream: string, type: string, occurred: string, data: object) => ({
  stream,
  type,
  occurred,
  sources,
  data,
})
const act = (state: string, occurred: string, type = 'TreatyAcceded') =>
  said('treaty-toytreaty', type, occurred, { actor: `toy${state}` })

const lines = [
  ...complete(['toytreaty'], { sources, through: '2004-12-31' }),
  ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since, system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
  ...toyOrganisation('toyo2', ['a', 'b', 'c', 'd'], { sources, since }),
  ...toyOrganisation('toyo3', ['a', 'c', 'd', 'e'], { sources, since }),
  ...toyOrganisation('toyo4', ['d'], { sources, since }),
  ...toyScores(2000, { a: [8, 9], b: [6, 7], c: [2, 3], d: [0, 1], e: [null, null] }, sources),
  said('treaty-toytreaty', 'TreatyConcluded', '2000-01-01', {
    treaty: 'toytreaty',
    title: 'Toy treaty',
    entryIntoForce: { trigger: { kind: 'fixedDate', date: '2000-01-01' } },
    exit: { notice: { years: 1 } },
  }),
  act('a', '2001-07-02'),
  act('b', '2000-05-05'),
  act('c', '2000-06-06'),
  act('c', '2001-03-01', 'TreatyWithdrawalNotified'),
]

/** The toy world, and the table that a recipe makes of it. */
export const theToyWorld = () => {
  const opened = theWorkspaceOf((workspace) => append(workspace, ...lines))
  const table = async (recipe: object) => {
    const read = readRecipe(JSON.stringify(recipe))
    return tableOfRecipe(await worldOfRecipe(read, (clocks) => opened.workspace().world(clocks)), read)
  }
  /** Its rows as objects, by column. */
  const rows = async (recipe: object): Promise<readonly Readonly<Record<string, TableCell>>[]> => {
    const { columns, pages } = await table(recipe)
    const found: Record<string, TableCell>[] = []
    for await (const page of pages())
      for (const row of page) found.push(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))
    return found
  }
  return { table, rows, workspace: opened.workspace }
}
