import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networks } from '../../../src/queries/graphs/index.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { shell } from '../../cli/shell.ts'
import { append } from '../../support/append.ts'
import { copyBundledCaseTo } from '../../support/made-once.ts'
import { shownWith } from './shown.ts'
import { works } from './told.ts'

const run = promisify(execFile)

/** Land borders, as everybody knows them: Mexico has three neighbours, the United States two, Canada one. */
const borders = ['can usa', 'mex usa', 'gtm mex', 'blz mex', 'blz gtm'].map((pair) => {
  const [actor = '', other = ''] = pair.split(' ')
  return {
    stream: `relation-borders-${actor}`,
    type: 'RelationObserved',
    occurred: '1985',
    sources: [{ citation: 'A map', kind: 'scholarly' }],
    data: { relation: 'borders', actor, other, directed: false, from: '1985', through: '2010' },
  }
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'normtrail-networks-in-r-'))
  await copyBundledCaseTo(join(folder, 'log'))
  const workspace = await openWorkspace(join(folder, 'log'))
  await append(workspace, ...borders)
  await workspace.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const exported = async (...args: readonly string[]): Promise<void> => {
  const env = { NORMTRAIL_DATA: join(folder, 'log') }
  const { code, err } = await shell(['export', 'network', ...args], { env, networks })
  if (code !== 0) throw new Error(err)
}

const said = async (...lines: readonly string[]): Promise<string> => {
  await writeFile(join(folder, 'network.R'), lines.join('\n'))
  return (await run('Rscript', ['network.R'], { cwd: folder })).stdout
}

const has = (name: string): boolean => works('Rscript', ['-e', `library(${name})`])

describe('what docs/export.md shows of networks in R', () => {
  // By the record Mexico and Belize adopted the convention in 1986, Canada in 1987, Guatemala on 5 January 1990, the
  // United States on 21 October 1994. Exposure is the share of neighbours that had.
  it.skipIf(!has('netdiffuseR'))('netdiffuseR (where it is installed): who was exposed to what', async () => {
    const years = ['--from', '1985', '--to', '2010', '--system', 'un']
    await exported('netdiffuser', 'edges', '--ties', 'borders', ...years, '--output', join(folder, 'edges.csv'))
    await exported('netdiffuser', 'toa', 'cat', ...years, '--output', join(folder, 'toa.csv'))
    const asked = 'shares <- exposure(norm)[c("mex", "usa", "can", "swe"), c("1985", "1986", "1988", "1990", "1994")]'
    const printed = 'for (state in rownames(shares)) cat(state, format(shares[state, ], digits = 4), "\\n")'
    const lines = (await said(shownWith('r', 'netdiffuseR'), asked, printed)).trimEnd().split('\n').slice(-4)
    expect(lines.map((line) => line.trim().split(/\s+/))).toEqual([
      ['mex', '0.0000', '0.3333', '0.3333', '0.6667', '1.0000'],
      ['usa', '0.0', '0.5', '1.0', '1.0', '1.0'],
      ['can', '0', '0', '0', '0', '1'],
      ['swe', '0', '0', '0', '0', '0'],
    ])
  })

  it.skipIf(!has('NetworkInference'))('NetworkInference (where it is installed): who adopted when', async () => {
    await exported('adoptions', 'cat,ottawa', '--as-of', '2015-01-01', '--output', join(folder, 'adoptions.csv'))
    const asked = 'year <- function(of, who) with(cascades, cascade_times[[of]][cascade_nodes[[of]] == who])'
    const printed = 'cat(year("cat", "usa"), year("cat", "nam"), year("ottawa", "can"), length(year("ottawa", "usa")))'
    expect(await said(shownWith('r', 'NetworkInference'), asked, printed)).toBe('1994 1994 1997 0')
  })
})
