import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import {
  diffusionNetwork,
  infectiousness,
  quarterBySd,
  susceptibility,
  thresholdOf,
  type DiffusionNetwork,
  type Edge,
} from '../../src/diffusion/netdiffuser.ts'
import { option } from '../options.ts'

type Row = Readonly<Record<string, string>>

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
 * The measures of netdiffuseR for every node of a network, as CSV: `--edges` with ego, alter and value, `--toa` with
 * node and toa. To be held against what the package prints for the same files.
 */
export const netdiffuser = async (): Promise<void> => {
  const edges = (await rowsOf('edges')).map(edgeOf)
  const times = new Map((await rowsOf('toa')).map((row) => [numberIn(row, 'node'), numberIn(row, 'toa')]))
  const network = diffusionNetwork(edges, times)
  const columns = columnsOf(network)
  const lines = network.nodes.map((node) =>
    Object.values(columns)
      .map((of) => of(node))
      .join(','),
  )
  process.stdout.write(`${[Object.keys(columns).join(','), ...lines].join('\n')}\n`)
}
