import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDataFolder } from '../exports/a-workspace.ts'
import { shell } from './shell.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
beforeAll(async () => {
  folder = await aDataFolder()
})
afterAll(() => folder.remove())

const ask = (...args: string[]) => shell(args, { env: { NORMTRAIL_DATA: folder.data } })
const question = ['greeting', 'fra', 'cat', '--manner', 'cool', '--as-of', '2000-01-01', '--as-known-at', '2999-01-01']

describe('a citation', () => {
  it('names the answer: the command that it holds gives the same release id', async () => {
    const { releaseId, command } = JSON.parse((await ask('cite', ...question, '--format', 'json')).out) as {
      releaseId: string
      command: string
    }
    expect(command).toMatch(/^normtrail greeting fra cat --manner cool --as-of 2000-01-01 --as-known-at /)
    const again = JSON.parse((await ask(...command.split(' ').slice(1), '--format', 'json')).out) as {
      releaseId: string
    }
    expect(again.releaseId).toBe(releaseId)
  })
  it('is another one for another question, day or parameter', async () => {
    const idOf = async (...args: string[]) =>
      (JSON.parse((await ask('cite', ...args, '--format', 'json')).out) as { releaseId: string }).releaseId
    const changed = [question, question.with(1, 'deu'), question.with(4, 'warm'), question.with(6, '2000-01-02')]
    expect(new Set(await Promise.all(changed.map((args) => idOf(...args)))).size).toBe(changed.length)
  })
  it('comes in words and for a list of references: both clocks, the last event and the hash of the log', async () => {
    const words = (await ask('cite', ...question)).out
    const clocks = String.raw`As of 2000-01-01, as known at \d{4}-\d{2}-\d{2}T[\d:.]{15}Z`
    const log = String.raw`log up to event 1, sha256 [0-9a-f]{16}\. Release [0-9a-f]{32}\.\n`
    expect(words).toMatch(new RegExp(`${clocks}: ${log}$`))
    expect((await ask('cite', ...question, '--format', 'bibtex')).out).toMatch(
      /^@misc\{normtrail-[0-9a-f]{8},\n[\s\S]*\n\}\n$/,
    )
  })
  it('is none where there is no answer', async () => {
    const { code, out, err } = await ask('cite', 'greeting', 'atlantis')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('"atlantis" is no actor')
  })
})
