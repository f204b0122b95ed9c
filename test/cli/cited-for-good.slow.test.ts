import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { seal, type SealedEvent } from '../../src/events/seal.ts'
import type { Expected } from '../../src/log/port.ts'
import { questions } from '../../src/queries/index.ts'
import { parseInstant } from '../../src/time/instant.ts'
import { wordsOf } from '../docs/console.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { copyCatalogueTo } from '../support/made-once.ts'
import { said } from '../support/recorded.ts'
import { shell } from './shell.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-cited-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (data: string, args: readonly string[], stdin = '') =>
  shell(args, { env: { NORMTRAIL_DATA: join(folder, data) }, stdin, questions, ingest })
const line = (actor: string) =>
  JSON.stringify({
    stream: 'treaty-cat',
    type: 'TreatyAcceded',
    occurred: '1994-10-21',
    sources: [{ citation: 'a test', kind: 'press' }],
    data: { actor },
  })
const recordedAt = async (data: string): Promise<string> =>
  (JSON.parse((await run(data, ['info', '--format', 'json'])).out) as { recordedAt: string }).recordedAt

const today = (): string => new Date().toISOString().slice(0, 10)
const instantIn = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()
const day = 86_400_000

interface Cited {
  readonly command: string
  readonly asOf: string
  readonly asKnownAt: string
  readonly releaseId: string
}

describe('what is cited', () => {
  const asked: readonly (readonly [words: string, args: () => Promise<readonly string[]>])[] = [
    ['with nothing said of when', async () => []],
    ['as known today', async () => ['--as-known-at', today()]],
    ['as known by the end of a day to come', async () => ['--as-known-at', instantIn(3 * day).slice(0, 10)]],
    ['as known now', async () => ['--as-known-at', instantIn(0)]],
    ['as known at the last commit', async () => ['--as-known-at', await recordedAt('log')]],
  ]
  const question = [
    ['status', 'fra', 'cat'],
    ['world', 'cat'],
    ['info'],
    ['events', '--type', 'TreatyAcceded'],
    ['diff', 'cat', '--from', 'first'],
    ['diff', 'cat', '--from', 'first', '--to', today()],
  ]
  const again = ({ command }: Cited) => run('log', [...wordsOf(command).slice(1), '--format', 'json'])

  it.each(asked)('stays as it is when more is recorded: %s', async (_, more) => {
    rmSync(join(folder, 'log'), { recursive: true, force: true })
    await copyCatalogueTo(join(folder, 'log'))
    await run('log', ['append'], line('fra'))
    const first = await recordedAt('log')
    const cited: { readonly citation: Cited; readonly answer: string }[] = []
    for (const words of question) {
      const args = words.map((word) => (word === 'first' ? first : word))
      const { code, out, err } = await run('log', ['cite', ...args, ...(await more()), '--format', 'json'])
      expect([code, err]).toEqual([0, ''])
      const citation = JSON.parse(out) as Cited
      expect(citation.asKnownAt).toBe(first)
      expect(citation.command).toContain(` --as-of ${citation.asOf} --as-known-at ${first}`)
      cited.push({ citation, answer: (await again(citation)).out })
    }
    await run('log', ['append'], line('deu'))
    for (const { citation, answer } of cited) {
      const { out } = await again(citation)
      expect(out).toBe(answer)
      expect((JSON.parse(out) as Cited).releaseId).toBe(citation.releaseId)
    }
  })
  it(
    'stays as it is in a log that is dated back, whose next commit may be dated before the moment that was asked ' +
      'for',
    async () => {
      const { log, close } = await openWorkspace(join(folder, 'dated'))
      const acceded = (actor: string) => seal(said('treaty-cat', 'TreatyAcceded', '1994-10-21', { actor }).event)
      const recordAt = (date: string, expected: Expected, event: SealedEvent) =>
        log.appendCommit([{ stream: 'treaty-cat', expected, events: [event] }], {
          recordedBy: 'a test',
          recordedAt: parseInstant(`${date}T00:00:00Z`),
        })
      await recordAt('1999-01-01', 'no-stream', acceded('fra'))
      const { out } = await run('dated', ['cite', 'events', '--as-known-at', '2010-01-01', '--format', 'json'])
      const citation = JSON.parse(out) as Cited
      expect(citation.asKnownAt).toBe('1999-01-01T00:00:00.000000Z')
      await recordAt('2005-01-01', 0, acceded('deu'))
      await close()
      const args = [...wordsOf(citation.command).slice(1), '--format', 'json']
      expect(JSON.parse((await run('dated', args)).out)).toMatchObject({ ordinal: 1, releaseId: citation.releaseId })
    },
  )
})

describe('an instant ahead of the clock', () => {
  const later = instantIn(day)
  it.each([
    ['--as-known-at', ['status', 'fra', 'cat', '--as-known-at', later]],
    [
      '--as-known-at',
      ['panel', 'status', '--subject', 'cat', '--from', '1990', '--to', '1995', '--as-known-at', later],
    ],
    ['--as-known-at', ['cite', 'status', 'fra', 'cat', '--as-known-at', later]],
    ['--as-known-at', ['info', '--as-known-at', later]],
    ['--to', ['diff', '--from', 'first', '--to', later]],
    ['--to', ['cite', 'diff', '--from', 'first', '--to', later]],
    ['--from', ['diff', '--from', later]],
  ])('is refused: %s of %j', async (flag, args) => {
    await run('ahead', ['append'], line('fra'))
    const first = await recordedAt('ahead')
    expect(
      await run(
        'ahead',
        args.map((word) => (word === 'first' ? first : word)),
      ),
    ).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(
        new RegExp(`^not-yet: ${flag}: ${later.slice(0, 19)}.* lies ahead of the clock`),
      ) as string,
    })
  })
})
