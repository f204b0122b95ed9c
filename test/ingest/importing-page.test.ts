import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { skipReasons, type BadRow } from '../../src/sources/importer/draft.ts'
import { importers } from '../../src/sources/index.ts'
import { readMappingFile } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { outsideDaysText } from '../../src/cli/reports/import-report-text.ts'
import { holdersText } from '../../src/names/meaning.ts'
import { ALWAYS, FOREVER, formatDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { catalogueNames } from '../names/catalogue-names.ts'
import { read } from '../sources/table-in-memory.ts'

const page = readFileSync(packagePath('docs/import.md'), 'utf8')

describe('docs/import.md', () => {
  it.each(Object.entries(skipReasons))('lists the reason %s as the report words it', (reason, words) => {
    expect(page).toContain(`| \`${reason}\` | ${words} |`)
  })
  it.each(importers.map(({ name }) => name))('names the source %s', (name) => {
    expect(page).toContain(`\`${name}\``)
  })
  const dates = [...page.matchAll(/^\| (`.*?`) \| (\S.*?) \| (\S.*?) \|.*$/gm)].flatMap(([, written = '', lo, hi]) =>
    lo?.startsWith('no ') || /^\d{4}-/.test(lo ?? '')
      ? [...written.matchAll(/`([^`]*)`/g)].map(([, text]) => [text, lo, hi] as const)
      : [],
  )
  it('shows dates', () => expect(dates.length).toBeGreaterThan(15))
  it.each(dates)('says that %s is from %s to %s', (text = '', lo, hi) => {
    const range = parseDate(text)
    expect(range.lo === ALWAYS ? 'no beginning' : formatDay(range.lo)).toBe(lo)
    expect(range.hi === FOREVER ? 'no end' : formatDay(range.hi)).toBe(hi)
  })
  it.each(
    [...(/^Refused as `bad-date`:[^\n]*\n[^\n]*/m.exec(page)?.[0] ?? '').matchAll(/`([^`]*)`/g)]
      .slice(1)
      .map(([, text = '']) => text),
  )('says that %s is refused', (text) => expect(() => parseDate(text)).toThrow())
  it.each(['state', 'treaty', 'igo'] as const)('lists every scheme of %s', (kind) => {
    for (const scheme of catalogueNames().schemes(kind))
      expect(page).toMatch(new RegExp(`^\\| .*\`${scheme}\`.* \\|`, 'm'))
  })
  it('shows a code outside its days, and a broken spell, in the words of the report', () => {
    const held = holdersText(catalogueNames().meanings('state', 'cow', '347'))
    const one = { code: '347 (cow)', when: ['1995', '1999'], held, rows: 5, taken: false } as const
    expect(page).toContain(`outside its days: ${outsideDaysText(one)}`)
    expect(page).toContain(`skipped outside-days: 5 (${skipReasons['outside-days']})`)
  })
  it('shows the mapping that it speaks of', async () => {
    const path = packagePath('examples/mappings/hathaway.json')
    await readMappingFile(path)
    expect(page).toContain(readFileSync(path, 'utf8').trim())
  })
  it('shows a bad row in the words in which it is refused', async () => {
    const importer = tableImporter(await readMappingFile(packagePath('examples/mappings/hathaway.json')))
    const [refused] = await read(importer, [{ country: 'Uzbekistan', ccode: '704', year: '1989', torture: '7' }])
    const { column, value, expected } = refused as BadRow
    expect(page).toContain(`row 812: column "${column}": got "${value}", expected ${expected}.`)
  })
})
