import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  diffusionNetwork,
  infectiousness,
  susceptibility,
  thresholdOf,
  type DiffusionNetwork,
  type Edge,
} from '../../src/diffusion/netdiffuser.ts'
import { meanThreshold, rewiringTest } from '../../src/diffusion/rewiring-netdiffuser.ts'
import { dataFolder } from '../support/run/published.ts'
import { plainRows } from './plain-csv.ts'

/** Published networks, and what netdiffuseR 1.25.0 answers for each of their nodes. */
const rowsOf = (file: string) => plainRows(`diffusion/${file}.csv`)

const edgesOf = (name: string): readonly Edge[] =>
  rowsOf(`${name}_edges`).map(({ ego, alter, value }) => ({
    ego: Number(ego),
    alter: Number(alter),
    value: Number(value),
  }))
const timesOf = (name: string): ReadonlyMap<number, number> =>
  new Map(rowsOf(`${name}_toa`).map(({ node, toa }) => [Number(node), Number(toa)]))
const networkOf = (name: string): DiffusionNetwork => diffusionNetwork(edgesOf(name), timesOf(name))

const [normalised, raw] = [
  { periods: 1, normalised: true },
  { periods: 1, normalised: false },
]
const measures: Readonly<Record<string, (network: DiffusionNetwork, node: number) => number | undefined>> = {
  threshold_lag0: (network, node) => thresholdOf(network, node),
  threshold_lag1: (network, node) => thresholdOf(network, node, { lag: 1 }),
  threshold_valued: (network, node) => thresholdOf(network, node, { valued: true }),
  infection: (network, node) => infectiousness(network, node, normalised),
  infection_raw: (network, node) => infectiousness(network, node, raw),
  infection_K3: (network, node) => infectiousness(network, node, { periods: 3, normalised: true }),
  susceptibility: (network, node) => susceptibility(network, node, normalised),
  susceptibility_raw: (network, node) => susceptibility(network, node, raw),
}

describe.skipIf(!existsSync(join(dataFolder, 'diffusion')))("netdiffuseR's own answers, node by node", () => {
  it.each([
    ['medInnovations', 125],
    ['brfarmers', 692],
  ] as const)('%s: every measure of %i nodes', (name, nodes) => {
    const network = networkOf(name)
    const answers = rowsOf(`${name}_package_1.25.0`)
    expect(answers).toHaveLength(nodes)
    for (const answer of answers)
      for (const [column, measure] of Object.entries(measures)) {
        const ours = measure(network, Number(answer['node']))
        if (answer[column] === 'NA') expect(ours).toBeUndefined()
        else expect(ours).toBeCloseTo(Number(answer[column]), 12)
      }
  })

  // Its struct_test of the mean threshold, 200 rewired networks by seed 1 of R: observed .5660, expected .5562, p .66.
  it('the structure test of the mean threshold of medInnovations', () => {
    const found = rewiringTest(edgesOf('medInnovations'), timesOf('medInnovations'), meanThreshold, {
      draws: 1000,
      seed: 1,
    })
    expect(found.observed).toBeCloseTo(0.566, 4)
    expect(Math.abs(found.expected - 0.5562)).toBeLessThan(0.005)
    // Of 200 networks the standard error of p is 2 √(0.33 · 0.67 / 200) = 0.066, of 1000 it is 0.03.
    expect(Math.abs(found.p - 0.66)).toBeLessThan(4 * Math.hypot(0.066, 0.03))
  })
})
