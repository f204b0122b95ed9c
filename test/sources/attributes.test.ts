import { describe, expect, it } from 'vitest'
import type { Yield } from '../../src/sources/importer/draft.ts'
import { recognise } from '../../src/sources/index.ts'
import { cepiiCountries } from '../../src/sources/mappings/cepii.ts'
import { cowCapabilities, cowCinc } from '../../src/sources/mappings/cow-capabilities.ts'
import { mia } from '../../src/sources/mappings/mia.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { draftsOf, imported } from './fixtures/written-table.ts'

/** `cow-nmc-cinc 2 1816-1817 0.04`: what a draft says of whom. */
const inShort = (yields: readonly Yield[]): readonly string[] =>
  draftsOf(yields).map(({ references, data }) => {
    const { attribute, firstYear, lastYear, describes, value, reason } = data
    const time = describes ?? `${String(firstYear)}-${String(lastYear)}`
    return [attribute, (references['actor'] ?? references['igo'])?.code, time, value ?? reason].join(' ')
  })

describe('capabilities', () => {
  const header = 'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version'
  const nmc = (...rows: string[]) => imported(tableImporter(cowCapabilities), [header, ...rows].join('\n'))
  it('are the index of each year; -9 is missing, and never a number', async () => {
    const yields = await nmc(
      'USA,2,1816,3823,17,80,254,8659,101,.039697491,2025',
      'USA,2,1817,-9,-9,-9,-9,-9,-9,-9,2025',
    )
    expect(inShort(yields)).toEqual(['cow-nmc-cinc 2 1816-1816 0.039697491', 'cow-nmc-cinc 2 1817-1817 missing'])
    expect(draftsOf(yields)[0]).toMatchObject({
      stream: ['attribute', 'cow-nmc-cinc', { scheme: 'cow', code: '2', year: 1816 }],
      type: 'AttributeObserved',
      fact: '1816',
    })
  })
  it('that stay the same for years are one run, wherever their rows stand', async () => {
    const yields = await imported(
      tableImporter(cowCinc),
      ['ccode,year,cinc', '20,1921,0.5', '2,1921,0.25', '20,1920,0.5', '20,1923,0.5', '20,1921,0.5'].join('\n'),
    )
    expect(inShort(yields)).toEqual([
      'cow-nmc-cinc 20 1920-1921 0.5',
      'cow-nmc-cinc 2 1921-1921 0.25',
      'cow-nmc-cinc 20 1923-1923 0.5',
    ])
    expect(yields.filter((each) => 'skipped' in each)).toEqual([{ rows: [5, 5], skipped: 'repeated' }])
  })
  it('are a share of the world', async () =>
    expect(await imported(tableImporter(cowCinc), 'ccode,year,cinc\n2,1816,1.5')).toMatchObject([{ column: 'cinc' }]))
  it('are known by their columns', () => {
    expect(recognise(header.split(','))?.name).toBe('cow-capabilities')
    expect(recognise(['ccode', 'year', 'cinc'])?.name).toBe('cow-cinc')
  })
})

describe('official languages', () => {
  const header = 'iso2;iso3;cnum;country;landlocked;citynum;langoff_1;langoff_2;langoff_3;colonizer1'
  it('are words of the time that the table describes, once for a country with two main cities', async () => {
    const yields = await imported(
      tableImporter(cepiiCountries),
      [header, 'CA;CAN;124;Canada;0;1;English;French;.;GBR', 'CA;CAN;124;Canada;0;2;English;French;.;GBR'].join('\n'),
    )
    expect(inShort(yields)).toEqual(['cepii-official-languages CAN 2010~ English; French'])
    expect(yields.filter((each) => 'skipped' in each)).toEqual([{ rows: [2, 2], skipped: 'repeated' }])
  })
})

describe('delegation and pooling', () => {
  it('are of organisations, by their number', async () => {
    const yields = await imported(
      tableImporter(mia),
      ['igoID,Title,cowigoNR,Year,delegation,pooling', 'AMU,AMU,470,1989,0,0.01', 'AMU,AMU,470,1990,0,0.02'].join('\n'),
    )
    expect(inShort(yields)).toEqual([
      'mia-delegation 470 1989-1990 0',
      'mia-pooling 470 1989-1989 0.01',
      'mia-pooling 470 1990-1990 0.02',
    ])
    expect(draftsOf(yields)[0]?.references).toEqual({
      igo: { scheme: 'cow-igo-number', code: '470', year: 1989, subject: 'igo' },
    })
  })
})
