import type { TableHead } from './header.ts'

/**
 * Tables that scholars of states have at hand, and that say nothing that a log keeps: known by their columns, so that
 * nobody looks for a fault in the file.
 */
const tables: readonly { readonly is: string; readonly columns: readonly string[] }[] = [
  { is: 'Correlates of War, direct contiguity by year', columns: ['dyad', 'state1no', 'state2no', 'conttype', 'year'] },
  {
    is: 'Correlates of War, contiguity counted by state and year',
    columns: ['stateno', 'year', 'total', 'land', 'sea'],
  },
  { is: 'Correlates of War, trade by pair and year', columns: ['ccode1', 'ccode2', 'flow1', 'flow2', 'smoothflow1'] },
  { is: 'Correlates of War, trade by state and year', columns: ['ccode', 'year', 'imports', 'exports', 'alt_imports'] },
  { is: 'ATOP, alliances', columns: ['atopid', 'begyr', 'defense', 'offense', 'consul'] },
  { is: 'ATOP, members of alliances', columns: ['atopid', 'member', 'yrent', 'yrexit', 'phase'] },
  { is: 'ICOW, colonial history', columns: ['ColRuler', 'IndDate', 'COWsys', 'GWsys'] },
  { is: 'CEPII Gravity', columns: ['country_id_o', 'country_id_d', 'distw_harmonic', 'scaled_sci_2021'] },
]

/** What a table is that is known and not imported; undefined where it is not known either. */
export const otherTable = ({ header }: Pick<TableHead, 'header'>): string | undefined => {
  const columns = new Set(header)
  return tables.find((table) => table.columns.every((column) => columns.has(column)))?.is
}
