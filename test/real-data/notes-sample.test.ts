import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { notesIn } from '../../src/sources/mtdsg/notes-in.ts'
import { readNotes } from '../../src/sources/endnotes/rules/read-notes.ts'
import { readMtdsg } from '../../src/sources/mtdsg/read-mtdsg.ts'
import { dataFolder } from '../support/run/published.ts'

const folder = join(dataFolder, 'un_treaties/mtdsg_2018')
const page = readFileSync(packagePath('docs/proposals-sample.md'), 'utf8')

/** The rows of the sample: number, instrument, note, rule, act, day, effect, words, verdict, reason. */
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number = '']) => /^\d+$/.test(number))
  .map(([, , instrument = '', note = '', rule = '', , day = '', effect = '', , verdict = '']) => ({
    told: `${instrument} n${note} ${rule} ${day} ${effect}`.trim(),
    instrument,
    verdict,
  }))

describe('the sample of proposals that was judged by hand', () => {
  it('has a hundred, and the precision that the page prints', () => {
    const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length
    expect(rows).toHaveLength(100)
    expect(page).toContain(`${count('right')} of 100 right, ${count('partly')} partly right, none wrong`)
    expect(count('right') + count('partly')).toBe(100)
  })

  it.skipIf(!existsSync(folder))('is what the rules still read', () => {
    const instruments = [...new Set(rows.map(({ instrument }) => instrument))]
    const lines = instruments.flatMap((instrument) => {
      const file = `${instrument}.en.xml`
      const { facts } = readNotes(notesIn(readMtdsg(readFileSync(join(folder, file)), file)))
      return facts.map(({ note, rule, occurred, effective, data }) =>
        `${instrument} n${note} ${rule} ${occurred} ${data?.effectFrom ?? effective ?? ''}`.trim(),
      )
    })
    const read = new Set(lines)
    expect(rows.map(({ told }) => told).filter((told) => !read.has(told))).toEqual([])
  })
})
