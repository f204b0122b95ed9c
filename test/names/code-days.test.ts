import { describe, expect, it } from 'vitest'
import { holdersText } from '../../src/names/meaning.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { catalogueNames } from './catalogue-names.ts'

const names = catalogueNames()
const read = (scheme: string, code: string, on: string | number) => {
  const meant = names.read(
    'state',
    scheme,
    code,
    typeof on === 'number' ? { year: on } : { period: on === '' ? undefined : parseDate(on) },
  )
  return meant.is === 'one' ? meant.id : meant.is
}

/**
 * Codes and their holders as the lists themselves have them: ISO 3166-1 and -3, the state list of COW, Polity5, the
 * country ids of V-Dem.
 */
describe('a code of a scheme in a year', () => {
  it.each<[string, string, number, string]>([
    // COW and Polity part company in the Balkans: 347 is Kosovo in one, Serbia and Montenegro in the other.
    ['cow', '347', 1995, 'outside-its-days'],
    ['cow', '347', 2008, 'xkx'],
    ['polity', '347', 1991, 'yug'],
    ['polity', '347', 1995, 'srb'],
    ['polity', '347', 2006, 'srb'],
    ['polity', '347', 2010, 'outside-its-days'],
    ['polity', '342', 2010, 'srb'],
    ['polity', '341', 2010, 'xkx'],
    ['polity', '348', 2010, 'mne'],
    ['polity', '345', 1980, 'yug'],
    ['polity', '345', 2000, 'outside-its-days'],
    ['polity', '364', 1980, 'rus'],
    ['polity', '364', 1995, 'outside-its-days'],
    ['polity', '365', 1995, 'rus'],
    ['polity', '365', 1950, 'outside-its-days'],
    ['polity', '260', 1980, 'deu'],
    ['polity', '255', 1980, 'outside-its-days'],
    ['polity', '255', 2000, 'deu'],
    ['polity', '529', 2000, 'eth'],
    ['polity', '530', 2000, 'outside-its-days'],
    ['polity', '530', 1980, 'eth'],
    ['polity', '625', 2000, 'sdn'],
    ['polity', '626', 2015, 'sdn'],
    ['cow', '626', 2015, 'ssd'],
    ['polity', '525', 2015, 'ssd'],
    ['polity', '769', 1960, 'pak'],
    ['polity', '770', 1980, 'pak'],
    ['polity', '816', 1970, 'vnm'],
    ['polity', '818', 1980, 'vnm'],
    ['polity', '816', 1980, 'outside-its-days'],
    ['polity', '679', 1995, 'yem'],
    ['polity', '678', 1980, 'yar'],
    ['polity', '324', 1850, 'ita'],
    // States that were not there.
    // ISO gave these letters again: ISO 3166-3 has AIDJ for AFI (1977), and BQAQ for ATB (1979).
    ['iso2', 'AI', 1976, 'dji'],
    ['iso2', 'AI', 2000, 'aia'],
    ['iso2', 'DJ', 2000, 'dji'],
    ['iso2', 'BQ', 1975, 'outside-its-days'],
    ['iso2', 'BQ', 2015, 'bes'],
    ['iso3', 'CSK', 1995, 'outside-its-days'],
    ['iso3', 'DDR', 2005, 'outside-its-days'],
    ['iso3', 'SSD', 2000, 'outside-its-days'],
    ['iso3', 'XKX', 1990, 'outside-its-days'],
    ['iso3', 'YUG', 2010, 'outside-its-days'],
    ['iso3', 'SCG', 2010, 'outside-its-days'],
    ['iso3', 'YMD', 1995, 'outside-its-days'],
    ['iso3', 'CZE', 1980, 'outside-its-days'],
    ['iso3', 'SVK', 1980, 'outside-its-days'],
    ['iso3', 'HRV', 1980, 'outside-its-days'],
    ['iso3', 'BGD', 1965, 'outside-its-days'],
    ['iso3', 'MNE', 2000, 'outside-its-days'],
    ['iso3', 'KAZ', 1980, 'outside-its-days'],
    ['cow', '316', 1980, 'outside-its-days'],
    ['cow', '679', 1985, 'outside-its-days'],
    ['cow', '260', 2000, 'outside-its-days'],
    ['cow', '817', 1990, 'outside-its-days'],
    ['cow', '300', 1930, 'outside-its-days'],
    ['cow', '327', 2000, 'outside-its-days'],
    ['gw', '711', 1990, 'outside-its-days'],
    // States that were, under codes that are gone, or as colonies of others.
    ['iso3', 'TMP', 1990, 'tls'],
    ['iso3', 'ZAR', 1990, 'cod'],
    ['iso3', 'ROM', 1990, 'rou'],
    ['iso3', 'BUR', 1980, 'mmr'],
    ['iso3', 'SUN', 1980, 'rus'],
    ['iso3', 'VDR', 1970, 'vnm'],
    ['iso3', 'WSM', 1990, 'wsm'],
    ['iso3', 'TWN', 2000, 'twn'],
    ['iso3', 'HKG', 2000, 'hkg'],
    ['iso3', 'NAM', 1980, 'nam'],
    ['cow', '615', 1930, 'dza'],
    // ISO alpha-2 and numeric.
    ['iso2', 'NA', 1995, 'nam'],
    ['iso2', 'na', 1995, 'nam'],
    ['iso2', 'CS', 1980, 'csk'],
    ['iso2', 'CS', 2004, 'srb'],
    ['iso2', 'CS', 1998, 'outside-its-days'],
    ['iso2', 'UK', 1995, 'gbr'],
    ['iso2', 'EC', 1995, 'ecu'],
    ['iso-num', '004', 1995, 'afg'],
    ['iso-num', '4', 1995, 'afg'],
    ['iso-num', '356', 1995, 'ind'],
    ['iso-num', '891', 2000, 'srb'],
    ['iso-num', '890', 1980, 'yug'],
    ['iso-num', '280', 1980, 'deu'],
    ['iso-num', '736', 2000, 'sdn'],
    ['iso-num', '886', 1980, 'yar'],
    ['iso-num', '887', 1995, 'yem'],
    ['cow', '002', 1995, 'usa'],
    // V-Dem keeps one id through changes of the state.
    ['vdem', '20', 1995, 'usa'],
    ['vdem', '198', 1980, 'yug'],
    ['vdem', '198', 1995, 'srb'],
    ['vdem', '157', 1980, 'csk'],
    ['vdem', '157', 1995, 'cze'],
    ['vdem', '14', 1980, 'yar'],
    ['vdem', '14', 1995, 'yem'],
    ['vdem', '43', 1999, 'xkx'],
    ['name', 'Czechoslovakia', 1995, 'outside-its-days'],
    ['name', 'Czech Republic', 1950, 'outside-its-days'],
    ['name', 'Serbia', 1950, 'outside-its-days'],
    ['name', 'Serbia', 1995, 'srb'],
    ['name', 'Serbia', 1910, 'srb'],
    ['name', 'Kazakh SSR', 1970, 'kaz'],
    ['name', 'Korea', 1900, 'cow730'],
    ['name', 'South Korea', 1900, 'outside-its-days'],
  ])('%s %s in %i: %s', (scheme, code, year, meant) => expect(read(scheme, code, year)).toBe(meant))
})

describe('a code on the days of a date', () => {
  it.each([
    ['YEM', '1990-05-21', 'yar'],
    ['YEM', '1990-05-22', 'yem'],
    ['YEM', '1990-04', 'yar'],
    ['YEM', '1990', 'yem'],
    ['YEM', '1980/1985', 'yar'],
    ['YEM', '1985/1995', 'several'],
    ['YEM', '[1985,1995]', 'several'],
    ['YEM', '../1985', 'yar'],
    ['YEM', '', 'several'],
    ['FRA', '', 'fra'],
    ['CSK', '1992-12-31', 'csk'],
    ['CSK', '1993-01-01', 'outside-its-days'],
  ])('%s on "%s": %s', (code, on, meant) => expect(read('iso3', code, on)).toBe(meant))

  it('is told with its holders and their days', () => {
    expect(holdersText(names.meanings('state', 'iso3', 'YEM'))).toBe('yar to 1990-05-21, yem from 1990-05-22 on')
    expect(holdersText(names.meanings('state', 'cow', '347'))).toBe('xkx from 2008-02-17 on')
  })
})

describe('a word in a question', () => {
  it('is no code of the schemes that only tables use', () => {
    expect(names.lookUp('state', '20')).toBe('can')
    expect(names.lookUp('state', 'EC')).toBe('eu')
  })
  it('is understood outside its days where it only ever meant one', () =>
    expect(names.lookUp('state', 'Czechoslovakia', { year: 2020 })).toBe('csk'))
})

describe('a word in a record', () => {
  const word = (text: string, on: string) => {
    const meant = names.readWord('state', text, parseDate(on))
    return meant.is === 'one' ? meant.id : meant.is
  }
  // ISO 3166-3: YEM was the Yemen Arab Republic's until 22 May 1990, YUG two Yugoslavias', CSK and DDR withdrawn with
  // their states.
  it.each([
    ['YEM', '1985-01-02', 'yar'],
    ['YEM', '1991-11-05', 'yem'],
    ['YEM', '1985/1995', 'several'],
    ['yem', '1985-01-02', 'yem'],
    ['YUG', '1991-01-01', 'yug'],
    ['YUG', '1995-01-01', 'srb'],
    ['SCG', '2010-01-01', 'outside-its-days'],
    ['CSK', '1995-01-01', 'outside-its-days'],
    ['csk', '1995-01-01', 'csk'],
    ['DDR', '2005-01-01', 'outside-its-days'],
    ['XKX', '1990-01-01', 'outside-its-days'],
    ['FRA', '1990-01-01', 'fra'],
    ['Fra', '1990-01-01', 'fra'],
    ['Yemen, Rep.', '1985-01-01', 'outside-its-days'],
    ['Yemen, Rep.', '1995-01-01', 'yem'],
  ])('is an id as it is written, and a code in capitals: %s on %s', (text, on, expected) =>
    expect(word(text, on)).toBe(expected),
  )
  it('is an id in other letters where nobody has it as a code', () => {
    expect(word('NIRELAND', '1990-01-01')).toBe('nireland')
    expect(names.lookUp('state', 'YEM')).toBe('yem')
  })
})

describe('the code of a state', () => {
  it.each([
    ['bfa', 'BFA'],
    ['mmr', 'MMR'],
    ['cod', 'COD'],
    ['rou', 'ROU'],
    ['tls', 'TLS'],
    ['ben', 'BEN'],
    ['blr', 'BLR'],
    ['rus', 'RUS'],
    ['vnm', 'VNM'],
    ['srb', 'SRB'],
  ])('is the one in use, not one that was withdrawn: %s is %s', (id, code) => {
    expect(names.codeOf('state', id, 'iso3', parseDate('2015-12-31').lo)).toBe(code)
  })
  it('is that of its id for every state of ISO, whatever the order of its codes', () => {
    const day = parseDate('2015-12-31').lo
    const other = names.subjects('state').filter(({ id }) => {
      const code = names.codeOf('state', id, 'iso3', day)
      return code !== undefined && code.toLowerCase() !== id
    })
    expect(other).toEqual([])
  })
})
