import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { examine } from '../../src/workspace/doctor.ts'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import { inFolder } from '../../src/workspace/settings.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { shell } from '../cli/shell.ts'
import { fakeQuestions } from '../exports/fake-questions.ts'
import { record } from '../support/a-read-model.ts'
import { said } from '../support/recorded.ts'
import { serverOver } from './a-server.ts'

const acceded = (actor: string) => said('treaty-cat', 'TreatyAcceded', '2020-01-15', { actor })

let folder: string
let workspace: Workspace
let server: Awaited<ReturnType<typeof serverOver>>
const data = (name: string): string => join(folder, name)
const other = () => ({ ...inFolder(data('own')), log: inFolder(data('other')).log })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-serving-'))
  for (const [name, actor] of [
    ['own', 'fsm'],
    ['other', 'plw'],
  ] as const) {
    const made = await openWorkspace(data(name))
    await record(made.log, acceded(actor))
    await made.catchUp()
    await made.close()
  }
  workspace = await openWorkspace(data('own'))
  server = await serverOver(fakeQuestions, workspace)
})
afterEach(async () => {
  await server.close()
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${server.address}${path}`, { headers })
  return {
    status: response.status,
    tag: response.headers.get('etag') ?? '',
    body: (await response.json().catch(() => ({}))) as { code?: string },
  }
}

describe('serving', () => {
  const question = '/v1/greeting/fra?asOf=2000-01-01'

  it('answers nothing from a read model that was made anew from another log meanwhile', async () => {
    const before = await get(question)
    expect(before.status).toBe(200)
    const theirs = await openWorkspace(other())
    await rebuild(theirs.readModel, theirs.log)
    for (const path of [question, '/healthz'])
      expect(await get(path, { 'if-none-match': before.tag })).toMatchObject({
        status: 500,
        body: { code: 'another-log' },
      })
    await theirs.close()
  })
  it('says that its log was replaced, also of its health', async () => {
    expect((await get(question)).status).toBe(200)
    rmSync(data('own'), { recursive: true })
    cpSync(data('other'), data('own'), { recursive: true })
    for (const path of [question, '/healthz'])
      expect(await get(path)).toMatchObject({ status: 500, body: { code: 'log-replaced' } })
  })
  it('gives the same question of another history of the same length another tag', async () => {
    const theirs = await openWorkspace(data('other'))
    const second = await serverOver(fakeQuestions, theirs)
    const before = await get(question)
    const response = await fetch(`${second.address}${question}`, {
      headers: { 'if-none-match': before.tag, 'cache-control': 'max-age=0' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('normtrail-ordinal')).toBe('1')
    await second.close()
    await theirs.close()
  })
})

describe('a log that is named beside the read model of another', () => {
  it('is refused by every command that answers or writes, and nothing is written', async () => {
    const env = { NORMTRAIL_DATA: data('own'), NORMTRAIL_LOG: other().log }
    for (const args of [['greeting', 'fra'], ['cite', 'greeting', 'fra'], ['verify']])
      expect(await shell(args, { env })).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('another-log: the read model') as string,
      })
    const log = await openWorkspace(data('other'))
    expect((await log.log.head()).ordinal).toBe(1)
    await log.close()
  })
  it('is not well', async () => {
    const ill = (await examine(other())).filter(({ well }) => !well)
    expect(ill).toMatchObject([
      {
        what: 'same log',
        says: expect.stringContaining('made from another log') as string,
        todo: expect.stringContaining('`rebuild`') as string,
      },
    ])
    expect((await examine(inFolder(data('own')))).filter(({ well }) => !well)).toEqual([])
  })
})
