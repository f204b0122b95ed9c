import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import type { Line } from '../../src/ingest/candidates/json-lines.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'

/**
 * The rows that the table of today has not. United Nations Treaty Collection, participant tables of 2015, counted with
 * and without them: each of these days is wrong, and the depositary's own day (Multilateral Treaties Deposited with the
 * Secretary-General) stands beside it.
 */
const gone = new Set(['ddr', 'csk', 'yug'])
const wrong = [
  ['icerd', '1969-03-09', '1969-01-04'],
  ['icescr', '1976-08-19', '1976-01-03'],
  ['iccpr', '1976-09-11', '1976-03-23'],
  ['vclt', '1980-02-02', '1980-01-27'],
  ['cedaw', '1981-09-04', '1981-09-03'],
  ['iccpr-op2', '1991-12-05', '1991-07-11'],
  ['unclos', '1995-01-12', '1994-11-16'],
] as const

const shipped = (): readonly Line[] =>
  readdirSync(packagePath('examples'))
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(packagePath('examples', name), 'utf8')
        .split('\n')
        .map((text, index) => ({ where: `${name}, line ${index + 1}`, text }))
        .filter(({ text }) => text !== ''),
    )

const { ask } = theWorkspaceOf((opened) => {
  const lines = shipped().filter(({ text }) => {
    const { stream, data } = JSON.parse(text) as { stream: string; data: { actor?: string } }
    return (
      (stream.startsWith('source-') || wrong.some(([treaty]) => stream === `treaty-${treaty}`)) &&
      !gone.has(data.actor ?? '')
    )
  })
  return appendLines(opened, lines, { recordedBy: 'a test' })
})

describe('the shipped facts without the acts of Czechoslovakia, Yugoslavia and the German Democratic Republic', () => {
  it.each(wrong)(
    'would bring %s into force on %s; the stated day, %s, stands, and what is lacking is said',
    async (treaty, late, date) => {
      const answer = await ask('treaty', { treaty })
      expect(answer).toMatchObject({
        enteredIntoForce: { date, basis: 'stated', reachedOnly: late, triggerDate: null },
      })
      expect((answer as { anomalies: { code: string }[] }).anomalies.map(({ code }) => code)).toContain('acts-lacking')
      const ledger = await ask('entry-into-force', { treaty })
      expect(ledger).toMatchObject({ rows: [{ treaty, enteredIntoForce: date, basis: 'stated', reachedOnly: late }] })
    },
  )
  it('parties follow the stated day: Sweden and the Covenant (1971-12-06)', async () => {
    expect(await ask('status', { state: 'swe', subject: 'iccpr' }, { asOf: '1976-03-22' })).toMatchObject({
      status: 'CONSENTED',
    })
    expect(await ask('status', { state: 'swe', subject: 'iccpr' }, { asOf: '1976-03-23' })).toMatchObject({
      status: 'IN_FORCE',
    })
  })
})
