import {
  ColumnNode,
  OrderByItemNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  type KyselyPlugin,
  type OperationNode,
  type SelectionNode,
} from 'kysely'
import { folds } from '../../../projections/index.ts'

/** What tells the rows of a table apart. */
const keys: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['event', ['ordinal']],
  ['commit_known', ['last_ordinal']],
  ...folds.map(({ table }) => [table, ['stream', 'key', 'known_from', 'seq']] as const),
])

/**
 * Gives the rows of every question one order. Where a query leaves the order of rows open, or of equal rows, an engine
 * may answer as it finds them: SQLite by the index that it happens to take, PostgreSQL by where they stand. No answer
 * may hang on that.
 */
export const totalOrder: KyselyPlugin = {
  transformQuery: ({ node }) => {
    const columns = SelectQueryNode.is(node) ? tieBreakers(node) : []
    return SelectQueryNode.is(node) && columns.length > 0
      ? SelectQueryNode.cloneWithOrderByItems(
          node,
          columns.map((column) => OrderByItemNode.create(column)),
        )
      : node
  },
  transformResult: async ({ result }) => result,
}

const tieBreakers = (node: SelectQueryNode): readonly OperationNode[] => {
  const [table, ...others] = node.from?.froms ?? []
  if (
    table === undefined ||
    !TableNode.is(table) ||
    others.length > 0 ||
    node.joins !== undefined ||
    node.setOperations !== undefined
  )
    return []
  if (node.groupBy !== undefined) return node.groupBy.items.map(({ groupBy }) => groupBy)
  const selected = (node.selections ?? []).map(({ selection }: SelectionNode) => selection)
  if (node.frontModifiers?.some(({ modifier }) => modifier === 'Distinct') === true)
    return selected.filter((selection) => ReferenceNode.is(selection))
  if (selected.some(isComputed)) return []
  return (keys.get(table.table.identifier.name) ?? []).map((column) => ReferenceNode.create(ColumnNode.create(column)))
}

/** A count or a sum over all rows has no row to order by. */
const isComputed = (selection: OperationNode): boolean => {
  if (selection.kind === 'AliasNode')
    return isComputed((selection as OperationNode & { readonly node: OperationNode }).node)
  return !['ReferenceNode', 'SelectAllNode', 'ColumnNode'].includes(selection.kind)
}
