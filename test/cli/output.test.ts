import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { toStdout } from '../../src/cli/context/output.ts'
import { progressLine } from '../../src/cli/context/progress.ts'
import type { Terminal } from '../../src/cli/context/terminal.ts'

const terminalOf = (stdout: Writable, isTTY = false): Terminal => ({
  stdin: new PassThrough(),
  stdout,
  stderr: Object.assign(new PassThrough(), { isTTY }),
  env: {},
})

describe('a long table into a pipe', () => {
  const endless = (made: { chunks: number }) =>
    function* () {
      for (;;) {
        made.chunks += 1
        yield 'x'.repeat(10_000)
      }
    }
  it('is made no faster than it is read, and ends where the reader goes', async () => {
    const made = { chunks: 0 }
    let taken = 0
    const head = new Writable({
      write: (_piece, _encoding, done) => {
        taken += 1
        if (taken < 5) setImmediate(done)
        else done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      },
    })
    head.on('error', () => {})
    await toStdout(terminalOf(head), endless(made)())
    expect(taken).toBe(5)
    expect(made.chunks).toBeLessThan(100)
  })
  it('fails where writing fails for another reason', async () => {
    const full = new Writable({
      write: (_piece, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    await expect(toStdout(terminalOf(full), ['a'])).rejects.toThrow('the output cannot be written: the disk is full.')
  })
  it('leaves the terminal open for what comes after', async () => {
    const stdout = new PassThrough()
    await toStdout(terminalOf(stdout), ['a'])
    await toStdout(terminalOf(stdout), ['b'])
    expect(String(stdout.read())).toBe('ab')
  })
})

describe('progress', () => {
  it('is silent in a pipe', () => {
    const terminal = terminalOf(new PassThrough())
    progressLine(terminal).show('reading', 1, 2)
    expect(terminal.stderr).toSatisfy((stream: PassThrough) => stream.read() === null)
  })
  it('writes one line in a terminal, ten times a second at most, and wipes it', () => {
    const terminal = terminalOf(new PassThrough(), true)
    let now = 0
    const line = progressLine(terminal, () => now)
    line.show('reading', 1, 4)
    line.show('reading', 2, 4)
    now = 200
    line.show('reading', 3, 4)
    line.clear()
    expect(String((terminal.stderr as PassThrough).read())).toBe(
      '\r\u001b[2Kreading 1 of 4 (25 %)\r\u001b[2Kreading 3 of 4 (75 %)\r\u001b[2K',
    )
  })
})
