import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventHistoryOf, type Row } from '../../bench/suites/netdiffuser.ts'
import { diffusionNetwork } from '../../src/diffusion/netdiffuser.ts'
import { logit } from '../support/logit.ts'
import { dataFolder } from '../support/run/published.ts'
import { plainRows } from './plain-csv.ts'

/**
 * The logit of medInnovations on its event history. With the attributes of netdiffuseR's data (a file
 * medInnovations_attributes.csv: node, city, belief, proage; examples/event-history/README.md has the lines of R) it is
 * `diffreg(~ exposure + factor(per) + factor(city) + belief + proage + proage^2)` of netdiffuseR 1.25.0; without them,
 * R's glm of adoption on the exposure by direct formula and factor(per), R 4.2.2.
 */
const file = (name: string): string => `diffusion/medInnovations_${name}.csv`
const isThere = (name: string): boolean => existsSync(join(dataFolder, file(name)))

const rowsWith = (nodes: readonly Row[]) => {
  const edges = plainRows(file('edges')).map(({ ego, alter, value }) => ({
    ego: Number(ego),
    alter: Number(alter),
    value: Number(value),
  }))
  const network = diffusionNetwork(edges, new Map(nodes.map(({ node, toa }) => [Number(node), Number(toa)])))
  const { columns, lines } = eventHistoryOf(network, nodes, 1)
  return lines.map((cells) => Object.fromEntries(columns.map((column, i) => [column, String(cells[i])])))
}

type Rows = ReturnType<typeof rowsWith>
const numbers = (rows: Rows, column: string) => rows.map((row) => Number(row[column]))

/** A column for each level but the first. */
const levels = (rows: Rows, column: string) =>
  Object.fromEntries(
    [...new Set(numbers(rows, column))]
      .toSorted((a, b) => a - b)
      .slice(1)
      .map((level) => [`${column} ${level}`, rows.map((row) => Number(Number(row[column]) === level))]),
  )

const fitted = (nodes: readonly Row[], terms: readonly string[], factors: readonly string[]) => {
  const used = ['adopted', ...terms, ...factors]
  const rows = rowsWith(nodes).filter((row) => used.every((column) => row[column] !== ''))
  return logit(numbers(rows, 'adopted'), {
    one: rows.map(() => 1),
    ...Object.fromEntries(terms.map((column) => [column, numbers(rows, column)])),
    ...(terms.includes('proage') && { 'proage^2': numbers(rows, 'proage').map((one) => one ** 2) }),
    ...(Object.assign({}, ...factors.map((column) => levels(rows, column))) as Record<string, number[]>),
  })
}

const exposure = 'bin_cumulative_lag1'

describe.skipIf(!isThere('toa'))("netdiffuseR's physicians as an event history", () => {
  it('a logit on exposure and the period', () => {
    const found = fitted(plainRows(file('toa')), [exposure], ['year'])
    expect(found.n).toBe(872)
    expect(found.coefficients[exposure]).toBeCloseTo(-0.09716239066, 7)
    expect(found.standardErrors[exposure]).toBeCloseTo(0.32512042637, 7)
    expect(found.logLikelihood).toBeCloseTo(-297.213615528, 6)
  })

  it.skipIf(!isThere('attributes'))('its diffreg with city, belief and age', () => {
    const attributes = new Map(plainRows(file('attributes')).map((row) => [row['node'], row]))
    const nodes = plainRows(file('toa')).map((row) => ({ ...row, ...attributes.get(row['node']) }))
    const found = fitted(nodes, [exposure, 'belief', 'proage'], ['year', 'city'])
    expect(found.n).toBe(842)
    expect(found.coefficients[exposure]).toBeCloseTo(0.068352, 5)
    expect(found.standardErrors[exposure]).toBeCloseTo(0.362897, 5)
    expect(found.coefficients['belief']).toBeCloseTo(0.508415, 5)
    expect(found.standardErrors['belief']).toBeCloseTo(0.165888, 5)
    expect(found.coefficients['proage']).toBeCloseTo(0.949835, 5)
    expect(found.coefficients['proage^2']).toBeCloseTo(-0.106201, 5)
    expect(found.logLikelihood).toBeCloseTo(-274.234943, 5)
  })
})
