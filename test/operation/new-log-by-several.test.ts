import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

const lineOf = (day: number): string =>
  `{"stream":"treaty-cat","type":"TreatySigned","occurred":"1990-01-0${day}` +
  `","sources":[{"citation":"X","kind":"press"}],"data":{"actor":"fra"}}\n`

const append = (data: string, line: string): Promise<{ code: number | null; err: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [packagePath('dist/src/cli/main.js'), '--data', data, 'append'])
    let err = ''
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()))
    child.on('close', (code) => done({ code, err }))
    child.stdin.end(line)
  })

describe('several processes that append to a log that is not there yet', () => {
  it('all get what they wrote into it', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'normtrail-several-'))
    try {
      const ends = await Promise.all([1, 2, 3, 4].map((day) => append(join(folder, 'data'), lineOf(day))))
      expect(ends).toEqual(ends.map(() => ({ code: 0, err: '' })))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
