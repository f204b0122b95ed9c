import type { Importer, Reference, Yield } from '../importer/draft.ts'
import { badRow, isDay } from '../untc/untc-act.ts'

/**
 * Region letters and two digits. 01 to 10 or so are whole regions; nobody is mapped to those, so they stay unmatched.
 */
const countryCode = /^(?:AFR|AMR|ASA|EUR|MDE) \d\d(?=\/)/

/** The page's tags for regions: no actors. */
const regions: ReadonlySet<string> = new Set([
  '',
  'Africa',
  'Americas',
  'Asia',
  'Asia and the Pacific',
  'Europe and Central Asia',
  'Middle East and North Africa',
])

/** "Further information on UA 14/89", however misspelt (futher, furthre, informaiton); and in Spanish. */
const followUpTitle =
  /\bfu[rthej]{2,7}\s*(?:inf|update)|(?:^|: )follow-?up\b|\bmás información\b|\binformación complementaria\b/i

/**
 * Urgent actions in Amnesty International's document library, 1980 to 2015, one row for each document.
 *
 * - `date`: of the document; `title`: kept whole
 * - `ai_index`: `AMR 29/004/1980`, unique. AMR 29 is the country, and a better key than the tag
 * - `country`: the library's tag. A region or nothing in every fifth row, two territories in others ("Morocco/Western
 *   Sahara");
 *   read only where the index names no country
 * - `lang`, `langs`: of the page kept, and of all its versions; not read
 */
export const amnestyAppeals: Importer = {
  name: 'amnesty-appeals',
  reads: 'Amnesty International, urgent actions (amnesty_urgent_actions_1980_2015.csv)',
  order: 60,
  header: ['date', 'ai_index', 'country', 'lang', 'langs', 'title'],
  release: {
    id: 'amnesty-ua-2015-08',
    series: 'amnesty-ua',
    version: '2015-08',
    citation: 'Amnesty International, document library, urgent actions 1980-2015; collected by R. Terman, 2015',
    kind: 'organisation',
    published: '2015-08',
    url: 'https://www.amnesty.org',
    licence: 'No licence stated; the titles are © Amnesty International',
    redistributable: 'unknown',
  },
  about: {
    download:
      'github.com/rochelleterman/amnesty-uas, commit 5803f09: v.2/links, one ' +
      'row for each document (amnesty_urgent_actions_1980_2015.csv)',
    covers: '20,356 documents from 1980-02-11 to 2015-08-20; few before 1989',
  },
  vanished: 'ignore',
  unmatched: 'skip',
  async *rows(file) {
    const told = new Set<string>()
    for await (const { row, cells } of file.records()) yield readRow(row, cells, told)
  },
}

const readRow = (row: number, cells: Readonly<Record<string, string>>, told: Set<string>): Yield => {
  const { date = '', ai_index: index = '', title = '' } = cells
  if (!isDay(date)) return badRow(row, 'date', date, 'a day, such as 1980-02-11')
  if (index === '') return badRow(row, 'ai_index', index, 'an index such as AMR 29/004/1980')
  if (told.has(index)) return { rows: [row, row], skipped: 'repeated', detail: index }
  told.add(index)
  const actor = targetOf(index, cells['country'] ?? '', date)
  if (actor === undefined)
    return { rows: [row, row], skipped: 'not-an-actor', detail: `${index}: neither index nor tag names a country` }
  return {
    rows: [row, row],
    stream: ['appeals', 'amnesty', actor],
    type: 'CampaignAction',
    occurred: date,
    fact: index,
    references: { actor },
    data: {
      kind: 'urgentAction',
      by: 'Amnesty International',
      ...(title === '' ? {} : { title }),
      ...(followUpTitle.test(title) ? { followUp: true } : {}),
    },
    locator: index,
  }
}

const targetOf = (index: string, tag: string, date: string): Reference | undefined => {
  const code = countryCode.exec(index)?.[0]
  if (code !== undefined) return { scheme: 'amnesty', code, on: date }
  return regions.has(tag) ? undefined : { scheme: 'name', code: tag, on: date }
}
