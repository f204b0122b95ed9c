import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, readInstrument } from '../../src/fetch/instrument.ts'
import { notTheFile } from '../../src/fetch/status-file.ts'
import { dataFolder } from '../support/run/published.ts'

const folder = join(dataFolder, 'un_treaties', 'mtdsg_2018')

describe.runIf(existsSync(folder))('the status files of 2018', () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.en.xml')) : []

  it('are named as a fetch names them, and each is told from a page and from another instrument', () => {
    expect(files).toHaveLength(407)
    for (const file of files) {
      const instrument = readInstrument(file)
      if (instrument === undefined) throw new Error(`${file} is no number`)
      expect(fileOf(instrument)).toBe(file)
      const bytes = readFileSync(join(folder, file))
      expect([file, notTheFile(bytes, instrument)]).toEqual([file, undefined])
      expect(notTheFile(bytes.subarray(0, -30), instrument)).toBe('the file is cut off')
    }
  })
})
