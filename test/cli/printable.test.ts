import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { exitOf } from '../../src/cli/context/exit.ts'
import { toStdout } from '../../src/cli/context/output.ts'
import { badInput } from '../../src/common/error.ts'
import { printable, printableLines, printableMessage, printableValues } from '../../src/text/printable.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { chunksOf } from '../../src/exports/write-answer.ts'
import { fc } from '../support/seeded.ts'

/**
 * What terminals act on: the control codes of ISO 6429 (C0, C1, DEL), and the bidirectional controls of Unicode (UAX 9,
 * table 3).
 */
const acts = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u
const evil = 'evil \u001b[2J\u001b]0;pwned\u0007 \u202etxt\nDECIDED: EXITED\r\u009b1m\u2067\u2028forged'
const shown = String.raw`evil \u001b[2J\u001b]0;pwned\u0007 \u202etxt\nDECIDED: EXITED\r\u009b1m\u2067\u2028forged`

describe('what is shown', () => {
  it('is what a terminal does not act on', () => expect(printable(evil)).toBe(shown))
  it('holds nothing that acts, whatever came; lines only where they are meant', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(acts)
        expect(printableLines(text).replaceAll('\n', '')).not.toMatch(acts)
        for (const line of printableMessage(text).split('\n').slice(1)) expect(line).toMatch(/^ {2}/)
      }),
    ))
  it('reaches into every value and key, and leaves the rest alone', () => {
    const rows = new Set(['a\nb'])
    expect(printableValues({ 'a\n': ['\u001b', { deep: '\r', n: 1, no: null }], rows })).toEqual({
      [String.raw`a\n`]: [String.raw`\u001b`, { deep: String.raw`\r`, n: 1, no: null }],
      rows,
    })
  })
})

describe('text that goes to a terminal', () => {
  const { ask } = theWorkspaceOf((opened) =>
    append(opened, {
      stream: 'treaty-cat',
      type: 'TreatyAcceded',
      occurred: '2018-01-01',
      sources: [{ citation: evil, kind: 'scholarly' }],
      note: evil,
      data: { actor: 'fsm' },
    }),
  )
  it.each<[string, object]>([
    ['events', { stream: 'treaty-cat', actor: 'fsm' }],
    ['explain status', { state: 'fsm', subject: 'cat' }],
    ['timeline', { state: 'fsm' }],
    ['status', { state: 'fsm', subject: 'cat' }],
    ['treaty', { treaty: 'cat' }],
  ])('of %s holds nothing that acts, and no line that a value forged', async (name, input) => {
    const question = questionNamed(name)
    const answer = await ask<object>(name, { ...input }, { asOf: '2020-01-01' })
    const text = [...chunksOf(question, answer, 'text')].join('')
    expect(text.replaceAll('\n', '')).not.toMatch(acts)
    expect(text.split('\n').filter((line) => line.startsWith('DECIDED'))).toEqual([])
    if (name === 'explain status') expect(text).toContain(shown)
  })
  it('of errors neither', () => {
    const { report } = exitOf(badInput('bad-input', `"${evil}" is no actor.\n  second fault`, { hint: evil }), false)
    expect(report).toBe(`bad-input: "${shown}" is no actor.\n  second fault\n  ${shown}`)
  })
  it.each([
    [true, `${shown.replace(String.raw`\nDECIDED`, '\nDECIDED')}\n`],
    [false, `${evil}\n`],
  ])('of tables is escaped on a terminal only: %s', async (isTTY, expected) => {
    const stdout = Object.assign(new PassThrough(), { isTTY })
    const terminal = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {} }
    await toStdout(terminal, [`${evil}\n`])
    expect(String(stdout.read())).toBe(expected)
  })
})
