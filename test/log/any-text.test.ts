import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { exportLog, importLog } from '../../src/log/transfer.ts'
import { decoded } from '../../src/text/decode.ts'
import { linesOf } from '../../src/text/lines.ts'
import { aSealedEvent } from '../support/events.ts'

/**
 * Text of every kind that a log may hold: all of Unicode, what some readers break lines at, and NUL, which older logs
 * hold.
 */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\u2028', '\u2029', '\u0085', '\r', '\n', '\0', '\ufeff', '"', '\\', 'é', '🌍') }),
)

describe('a log that holds any text', () => {
  it('moves as a file to another log, which is the same', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anyText, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 64 }),
        async (texts, size) => {
          const folder = mkdtempSync(join(tmpdir(), 'normtrail-text-'))
          const [source, target] = [openSqliteLog(join(folder, 'a.sqlite')), openSqliteLog(join(folder, 'b.sqlite'))]
          try {
            await source.appendCommit(
              [
                {
                  stream: 'treaty-cat',
                  expected: 'no-stream',
                  events: texts.map((text) => aSealedEvent({ note: `n${text}`, data: { text } })),
                },
              ],
              { recordedBy: 'test' },
            )
            const pieces: string[] = []
            for await (const piece of exportLog(source)) pieces.push(piece)
            const file = Buffer.from(pieces.join(''))
            expect(file.toString().split(/[\n\u2028\u2029]/)).toHaveLength(texts.length + 3)
            const bytes = Readable.from(
              Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
                file.subarray(at * size, (at + 1) * size),
              ),
            )
            await importLog(target, linesOf(decoded(bytes, { name: 'a.jsonl' })))
            expect(await target.verify()).toEqual(await source.verify())
          } finally {
            await source.close()
            await target.close()
            rmSync(folder, { recursive: true })
          }
        },
      ),
      { numRuns: 40 },
    ))

  it.each([
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['nothing', '{}'],
    ['no event', '{"stream":"a","revision":0,"commit":"c","recordedAt":"r","recordedBy":"b","hash":"h","event":null}'],
    ['no JSON', '{'],
    ['nesting without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is refused in words where a line is %s', async (_, line) => {
    const folder = mkdtempSync(join(tmpdir(), 'normtrail-text-'))
    const target = openSqliteLog(join(folder, 'a.sqlite'))
    try {
      await expect(
        importLog(target, linesOf(Readable.from([`{"normtrail":"log","version":1}\n${line}\n`]))),
      ).rejects.toMatchObject({ code: 'bad-log-file', where: 'line 2' })
    } finally {
      await target.close()
      rmSync(folder, { recursive: true })
    }
  })
})
