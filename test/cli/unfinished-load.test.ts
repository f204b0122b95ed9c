import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../src/events/seal.ts'
import { beginningOf, endOf } from '../../src/ingest/load-events.ts'
import { openWorkspace, type Workspace } from '../../src/workspace.ts'
import { shell } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-unfinished-'))
const env = { NORMTRAIL_DATA: folder }
const begun = beginningOf({ recordedAt: 'source', bundled: true, releases: ['untc-2015-03-14'], today: '2026-03-01' })
const inLog = async (work: (workspace: Workspace) => Promise<unknown>): Promise<void> => {
  const workspace = await openWorkspace(folder)
  await work(workspace)
  await workspace.close()
}

beforeAll(() => inLog(({ log }) => log.appendCommit([{ stream: 'load-backdated', expected: 'no-stream', events: [seal(begun)] }], { recordedBy: 'A. Loader' })))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a log that holds a part of a load', () => {
  const says = /^unfinished-load: the log holds a part of a load, `import folder <folder> --with-bundled --recorded-at source`, begun \d{4}-\S+ by A\. Loader: it is under way, or it was cut off\.\n {2}Give that command again/
  it.each([['greeting', 'fra', 'cat'], ['verify'], ['log', 'export'], ['log', 'unfinished']])('is told of on stderr, whatever is asked: %s', async (...args) => {
    const { code, out, err } = await shell(args, { env })
    expect(code).toBe(0)
    expect(out).not.toContain('unfinished-load')
    expect(err).toMatch(says)
  })
  it('is ill, as doctor says', async () => {
    const { code, out } = await shell(['doctor'], { env })
    expect(code).toBe(1)
    expect(out).toMatch(/ILL {3}load {7}the log holds a part of a load.*\n +Give that command again/)
  })
  it('is well once the load is complete', async () => {
    await inLog(({ log }) => log.appendCommit([{ stream: 'load-backdated', expected: 0, events: [seal(endOf(begun))] }], { recordedBy: 'A. Loader' }))
    expect(await shell(['greeting', 'fra', 'cat'], { env })).toMatchObject({ code: 0, err: '' })
    expect(await shell(['doctor'], { env })).toMatchObject({ code: 0, out: expect.not.stringContaining('ILL') as string })
  })
})
