import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../src/events/seal.ts'
import { loadBackdated } from '../../src/ingest/backdated/backdated-load.ts'
import { importBundled } from '../../src/ingest/index.ts'
import { beginningOf, endOf } from '../../src/ingest/backdated/load-markers.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { shell } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-unfinished-'))
const env = { NORMTRAIL_DATA: folder }
const begun = beginningOf({ recordedAt: 'source', bundled: true, releases: ['untc-2015-03-14'], today: '2026-03-01' })
const inLog = async (work: (workspace: Workspace) => Promise<unknown>): Promise<void> => {
  const workspace = await openWorkspace(folder)
  await work(workspace)
  await workspace.close()
}

beforeAll(() =>
  inLog(({ log }) =>
    log.appendCommit([{ stream: 'load-backdated', expected: 'no-stream', events: [seal(begun)] }], {
      recordedBy: 'A. Loader',
    }),
  ),
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a log that holds a part of a load', () => {
  const load = String.raw`a load \(\`import folder\`, with the bundled case, --recorded-at source\)`
  const says = new RegExp(
    String.raw`^unfinished-load: the log holds a part of ${load}, begun \d{4}-\S+ by A\. Loader: ` +
      String.raw`it is under way, or it was cut off\.\n {2}Give that command again`,
  )
  it.each([['greeting', 'fra', 'cat'], ['verify'], ['log', 'export'], ['log', 'unfinished']])(
    'is told of on stderr, whatever is asked: %s',
    async (...args) => {
      const { code, out, err } = await shell(args, { env })
      expect(code).toBe(0)
      expect(out).not.toContain('unfinished-load')
      expect(err).toMatch(says)
    },
  )
  it('is ill, as doctor says', async () => {
    const { code, out } = await shell(['doctor'], { env })
    expect(code).toBe(1)
    expect(out).toMatch(/ILL {3}load {7}the log holds a part of a load.*\n +Give that command again/)
  })
  it('is well once the load is complete', async () => {
    await inLog(({ log }) =>
      log.appendCommit([{ stream: 'load-backdated', expected: 0, events: [seal(endOf(begun))] }], {
        recordedBy: 'A. Loader',
      }),
    )
    expect(await shell(['greeting', 'fra', 'cat'], { env })).toMatchObject({ code: 0, err: '' })
    expect(await shell(['doctor'], { env })).toMatchObject({
      code: 0,
      out: expect.not.stringContaining('ILL') as string,
    })
  })
})

describe('a log that holds a part of another one, which is moved into it', () => {
  const home = mkdtempSync(join(tmpdir(), 'normtrail-half-moved-'))
  const there = { NORMTRAIL_DATA: join(home, 'there') }
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const says = new RegExp(
    '^unfinished-load: the log holds a part of another log, which `log import` moves into it, ' +
      String.raw`begun \d{4}-\S+: it is under way, or it was cut off\.\n {2}` +
      'Give `log import` again, with the same file',
  )
  let whole: string
  beforeAll(async () => {
    whole = (await shell(['log', 'export'], { env })).out
    expect(whole.trimEnd().split('\n')).toHaveLength(4)
  })

  it('was cut off, and says so: whatever is asked, and doctor too', async () => {
    expect(
      await shell(['log', 'import'], { env: there, stdin: whole.split('\n').slice(0, 3).join('\n') }),
    ).toMatchObject({ code: 2, err: expect.stringContaining('cut off') as string })
    for (const args of [['greeting', 'fra', 'cat'], ['verify'], ['log', 'export']])
      expect(await shell(args, { env: there })).toMatchObject({ code: 0, err: expect.stringMatching(says) as string })
    expect(await shell(['doctor'], { env: there })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/ILL {3}load {7}the log holds a part of another log/) as string,
    })
  })
  it('takes nothing else, not even the load that it holds a part of', async () => {
    const workspace = await openWorkspace(there.NORMTRAIL_DATA)
    const refused = {
      code: 'unfinished-load',
      exitCode: 3,
      message: expect.stringContaining('part of another log') as string,
      hint: expect.stringContaining('`log import` again') as string,
    }
    await expect(importBundled(workspace, { recordedBy: 'A. Loader' })).rejects.toMatchObject(refused)
    await expect(
      loadBackdated(workspace, { bundled: true }, 'source', { recordedBy: 'A. Loader' }),
    ).rejects.toMatchObject(refused)
    await workspace.close()
  })
  it('is whole, without a word, when the same file is given again', async () => {
    expect(await shell(['log', 'import'], { env: there, stdin: whole })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 events in 1 commits moved, 1 were there/) as string,
      err: '',
    })
    expect(await shell(['log', 'export'], { env: there })).toEqual({ code: 0, out: whole, err: '' })
    expect(await shell(['doctor'], { env: there })).toMatchObject({ code: 0 })
  })
  it('says of a load that was cut off where it was made, as soon as it is moved', async () => {
    const begunOnly = { NORMTRAIL_DATA: join(home, 'begun') }
    const copy = { NORMTRAIL_DATA: join(home, 'copy') }
    const workspace = await openWorkspace(begunOnly.NORMTRAIL_DATA)
    await workspace.log.appendCommit([{ stream: 'load-backdated', expected: 'no-stream', events: [seal(begun)] }], {
      recordedBy: 'A. Loader',
    })
    await workspace.close()
    const { out } = await shell(['log', 'export'], { env: begunOnly })
    expect(await shell(['log', 'import'], { env: copy, stdin: out })).toMatchObject({
      code: 0,
      err: expect.stringContaining('a part of a load (`import folder') as string,
    })
  })
})
