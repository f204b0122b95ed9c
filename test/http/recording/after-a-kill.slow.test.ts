import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'
import { packagePath } from '../../../src/package/package-path.ts'
import { inFolder } from '../../../src/workspace/settings.ts'
import { openSqliteLog } from '../../../src/log/sqlite/log.ts'
import { anApi } from '../../engines/an-api.ts'
import { copyCatalogueTo } from '../../support/made-once.ts'

const run = promisify(execFile)
const program = packagePath('dist/src/cli/main.js')

const event = JSON.stringify({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: '2021-01-15',
  sources: [{ citation: 'A test', kind: 'scholarly' }],
  data: { actor: 'plw' },
})

it('a request whose server was killed is answered by the next one, and was recorded once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'normtrail-killed-'))
  await copyCatalogueTo(folder)
  const create = ['token', 'create', '--scope', 'append', '--name', 'a test', '--data', folder]
  const token = (await run(process.execPath, [program, ...create])).stdout.trim()
  const log = openSqliteLog(join(folder, 'log.sqlite'))
  const send = (address: string): Promise<Response> =>
    fetch(`${address}/v1/events`, {
      method: 'POST',
      body: event,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'a-test',
      },
    })
  try {
    const before = (await log.head()).ordinal
    const first = await anApi(inFolder(folder))
    const lost = send(first.address).then(
      () => 'answered',
      () => 'lost',
    )
    await vi.waitFor(async () => expect((await log.head()).ordinal).toBeGreaterThan(before), {
      timeout: 30_000,
      interval: 2,
    })
    await first.kill()
    // Whether the answer was quicker does not matter: nobody has read it.
    expect(['answered', 'lost']).toContain(await lost)
    const next = await anApi(inFolder(folder))
    const answers = [await send(next.address), await send(next.address)]
    const [one, other] = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status, headers }) => [status, headers.get('idempotency-replayed')])).toEqual([
      [201, 'true'],
      [201, 'true'],
    ])
    expect(other).toBe(one)
    expect(JSON.parse(one ?? '')).toMatchObject({
      appended: 1,
      events: [{ stream: 'treaty-cat', ordinal: before + 1 }],
    })
    expect((await log.head()).ordinal).toBe(before + 1)
    await next.stop()
  } finally {
    await log.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
