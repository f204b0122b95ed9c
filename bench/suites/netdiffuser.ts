import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { riskYears } from '../../src/diffusion/event-history.ts'
import {
  diffusionNetwork,
  exposureIn,
  infectiousness,
  quarterBySd,
  susceptibility,
  thresholdOf,
  type DiffusionNetwork,
  type Edge,
} from '../../src/diffusion/netdiffuser.ts'
import { meanThreshold, rewiringTest } from '../../src/diffusion/rewiring-netdiffuser.ts'
import { riskCells, riskColumns } from '../../src/queries/diffusion/risk-columns.ts'
import { columnName } from '../../src/queries/panels/exposure-columns.ts'
import { numberOption, option } from '../options.ts'

export type Row = Readonly<Record<string, string>>

const rowsOf = async (name: string): Promise<readonly Row[]> => {
  const file = option(name)
  if (file === undefined) throw new Error(`--${name} needs a CSV file`)
  const rows: Row[] = []
  for await (const row of createReadStream(file).pipe(parse({ columns: true, bom: true }))) rows.push(row as Row)
  return rows
}

const numberIn = (row: Row, column: string): number => {
  const value = Number(row[column])
  if (row[column] === undefined || row[column] === '' || !Number.isFinite(value))
    throw new Error(`column ${column}: "${row[column] ?? ''}" is no number`)
  return value
}

const edgeOf = (row: Row): Edge => ({
  ego: numberIn(row, 'ego'),
  alter: numberIn(row, 'alter'),
  value: row['value'] === undefined ? 1 : numberIn(row, 'value'),
})

const byTime = ['Early Adopters', 'Early Majority', 'Late Majority', 'Laggards']
const byThreshold = ['Very Low Thresh.', 'Low Thresh.', 'High Thresh.', 'Very High Thresh.']

const columnsOf = (network: DiffusionNetwork): Readonly<Record<string, (node: number) => number | string>> => {
  const threshold = (node: number): number => thresholdOf(network, node) ?? Number.NaN
  const timeClass = quarterBySd(network.nodes.map(network.adoptedIn))
  const thresholdClass = quarterBySd(network.nodes.map(threshold))
  const [one, raw] = [
    { periods: 1, normalised: true },
    { periods: 1, normalised: false },
  ]
  return {
    node: (node) => node,
    threshold_lag0: threshold,
    threshold_lag1: (node) => thresholdOf(network, node, { lag: 1 }) ?? 'NA',
    threshold_valued: (node) => thresholdOf(network, node, { valued: true }) ?? 'NA',
    infection: (node) => infectiousness(network, node, one),
    susceptibility: (node) => susceptibility(network, node, one),
    infection_raw: (node) => infectiousness(network, node, raw),
    susceptibility_raw: (node) => susceptibility(network, node, raw),
    infection_K3: (node) => infectiousness(network, node, { periods: 3, normalised: true }),
    class_toa: (node) => byTime[timeClass(network.adoptedIn(node))] ?? '',
    class_thr: (node) => byThreshold[thresholdClass(threshold(node))] ?? '',
  }
}

/**
 * Every node of a network as an event history, with the columns of `panel event-history`: who adopted in which period,
 * and which share of those whom it names had adopted `lag` periods before. The exposure is that of netdiffuseR, the
 * formula `bin` of cumulative adoptions, 0 for who names nobody. What else the file of times says goes along.
 */
export const eventHistoryOf = (network: DiffusionNetwork, rows: readonly Row[], lag: number): Table => {
  const { first, last } = network
  const exposure = columnName({ formula: 'bin', channel: undefined, mark: 'cumulative' }, lag)
  const carried = Object.keys(rows[0] ?? {}).filter((name) => name !== 'node')
  const columns = ['state', 'year', ...riskColumns.map(({ name }) => name), exposure, `missing_${exposure}`, ...carried]
  const lines = rows.flatMap((row) => {
    const node = numberIn(row, 'node')
    const adopted = [{ from: network.adoptedIn(node), until: Number.POSITIVE_INFINITY }]
    const history = { inSystem: [{ from: first, until: Number.POSITIVE_INFINITY }], adopted }
    return riskYears(history, { opened: first, first, last }).map((risk) => {
      const read = risk.year - lag
      const met = read < first ? ['', 'before-first'] : [exposureIn(network, node, read), '']
      const also = carried.map((name) => (row[name] === 'NA' ? '' : (row[name] ?? '')))
      return [node, risk.year, ...riskCells(risk, first).map((cell) => cell ?? ''), ...met, ...also]
    })
  })
  return { columns, lines }
}

export interface Table {
  readonly columns: readonly string[]
  readonly lines: readonly (readonly (string | number | boolean)[])[]
}

const measuresOf = (network: DiffusionNetwork): Table => {
  const columns = columnsOf(network)
  return {
    columns: Object.keys(columns),
    lines: network.nodes.map((node) => Object.values(columns).map((of) => of(node))),
  }
}

const rewiringOf = (edges: readonly Edge[], times: ReadonlyMap<number, number>, lag: number): Table => {
  const [draws, seed] = [numberOption('draws', 1000), numberOption('seed', 1)]
  const { observed, expected, p } = rewiringTest(edges, times, (network) => meanThreshold(network, lag), {
    draws,
    seed,
  })
  return { columns: ['observed', 'expected', 'p', 'draws', 'seed'], lines: [[observed, expected, p, draws, seed]] }
}

/**
 * The measures of netdiffuseR for every node of a network, as CSV: `--edges` with ego, alter and value, `--toa` with
 * node and toa. To be held against what the package prints for the same files. `--table event-history` prints the event
 * history of every node instead, `--lag` periods back (1 where none is named); `--table rewiring` the structure test of
 * the mean threshold, over `--draws` rewired networks by `--seed`.
 */
export const netdiffuser = async (): Promise<void> => {
  const table = option('table') ?? 'measures'
  if (table !== 'measures' && table !== 'event-history' && table !== 'rewiring')
    throw new Error(`--table ${table}: expected measures, event-history or rewiring`)
  const lag = Number(option('lag') ?? (table === 'rewiring' ? 0 : 1))
  if (!Number.isInteger(lag) || lag < 0) throw new Error(`--lag ${lag}: expected whole periods, 0 or more`)
  const edges = (await rowsOf('edges')).map(edgeOf)
  const rows = await rowsOf('toa')
  const times = new Map(rows.map((row) => [numberIn(row, 'node'), numberIn(row, 'toa')]))
  const network = diffusionNetwork(edges, times)
  const tables: Readonly<Record<typeof table, () => Table>> = {
    measures: () => measuresOf(network),
    'event-history': () => eventHistoryOf(network, rows, lag),
    rewiring: () => rewiringOf(edges, times, lag),
  }
  const { columns, lines } = tables[table]()
  process.stdout.write(`${[columns, ...lines].map((cells) => cells.join(',')).join('\n')}\n`)
}
