import { describe, expect, it } from 'vitest'
import { parseDay } from '../../src/time/day.ts'
import { normaliseName } from '../../src/names/normalise.ts'
import { catalogueNames } from './catalogue-names.ts'

const names = catalogueNames()
const inYear = (scheme: string, code: string, year: number) => names.find('state', scheme, code, { year })
const onDay = (scheme: string, code: string, day: string) => names.find('state', scheme, code, { day: parseDay(day) })

describe('a code with a year', () => {
  it.each<[string, string, number, string]>([
    ['cow', '345', 1991, 'yug'],
    ['cow', '345', 1992, 'srb'],
    ['cow', '345', 2010, 'srb'],
    ['cow', '342', 2006, 'srb'],
    ['cow', '260', 1990, 'deu'],
    ['cow', '255', 1990, 'deu'],
    ['cow', '255', 1944, 'deu'],
    ['cow', '265', 1990, 'ddr'],
    ['cow', '315', 1992, 'csk'],
    ['cow', '316', 1993, 'cze'],
    ['cow', '365', 1991, 'rus'],
    ['cow', '678', 1990, 'yar'],
    ['cow', '679', 1990, 'yem'],
    ['cow', '680', 1989, 'pdry'],
    ['gw', '260', 1991, 'deu'],
    ['gw', '678', 1991, 'yem'],
    ['gw', '678', 1989, 'yar'],
    ['gw', '340', 2010, 'srb'],
  ])('%s %s in %i is %s', (scheme, code, year, id) => expect(inYear(scheme, code, year)).toBe(id))

  it('keeps its one meaning outside its days, and means nothing where nobody has it', () => {
    expect(inYear('cow', '2', 1700)).toBe('usa')
    expect(inYear('cow', '9999', 1990)).toBeUndefined()
  })
  it('is not to be read without a time where it has had two meanings', () => {
    expect(names.find('state', 'cow', '345')).toBeUndefined()
    expect(names.find('state', 'cow', '2')).toBe('usa')
  })
})

describe('a name with a day', () => {
  it.each<[string, string, string]>([
    ['Yugoslavia', '1971-02-25', 'yug'],
    ['Yugoslavia', '2001-03-12', 'srb'],
    ['Serbia', '2006-06-12', 'srb'],
    ['Serbia and Montenegro', '2003-09-25', 'srb'],
    ['Czechoslovakia', '1988-07-07', 'csk'],
    ['German Democratic Republic', '1987-09-09', 'ddr'],
    ['USSR', '1987-03-03', 'rus'],
    ['Union of Soviet Socialist Republics', '1973-10-16', 'rus'],
  ])('%s on %s is %s', (name, day, id) => expect(onDay('name', name, day)).toBe(id))

  it.each([
    ['SUN', '1980-01-01', 'rus'],
    ['SCG', '2004-01-01', 'srb'],
    ['YUG', '1980-01-01', 'yug'],
    ['DDR', '1980-01-01', 'ddr'],
  ])('so are letters: %s on %s is %s', (code, day, id) => {
    expect(names.lookUp('state', code, { day: parseDay(day) })).toBe(id)
  })
})

describe('a name', () => {
  it.each([
    ['Swaziland', 'swz'],
    ['Eswatini', 'swz'],
    ['Zaire', 'cod'],
    ['Burma', 'mmr'],
    ['Myanmar', 'mmr'],
    ['Cape Verde', 'cpv'],
    ['Cabo Verde', 'cpv'],
    ['Turkey', 'tur'],
    ['Türkiye', 'tur'],
    ['Turkiye', 'tur'],
    ['Ceylon', 'lka'],
    ['Upper Volta', 'bfa'],
    ['Dahomey', 'ben'],
    ['Macedonia', 'mkd'],
    ['The former Yugoslav Republic of Macedonia', 'mkd'],
    ['Bahamas (The)', 'bhs'],
    ['Netherlands (Kingdom of the)', 'nld'],
    ['European Union', 'eu'],
    ['Holy See', 'vat'],
  ])('%s is %s', (name, id) => expect(names.lookUp('state', name)).toBe(id))

  it.each([
    ["Côte d'Ivoire", 'Cote dIvoire'],
    ['São Tomé and Príncipe', 'sao tome & principe'],
    ['The Gambia', 'GAMBIA'],
    ['Türkiye', 'TURKIYE'],
    ['Viet Nam', 'Vietnam'],
  ])('is the same with and without accents, case, articles and blanks: %s, %s', (one, two) => {
    expect(names.lookUp('state', one)).toBeDefined()
    expect(names.lookUp('state', two)).toBe(names.lookUp('state', one))
  })

  it('that nobody has is an error that names the closest', () => {
    expect(() => names.require('state', 'Swazilnd')).toThrow(
      expect.objectContaining({
        code: 'unknown-actor',
        hint: expect.stringContaining('Swaziland (swz)') as unknown,
      }) as Error,
    )
    expect(() => names.require('treaty', 'Convention against Tortur')).toThrow(
      expect.objectContaining({ code: 'unknown-treaty', hint: expect.stringContaining('(cat)') as unknown }) as Error,
    )
  })

  it('normalised twice is normalised once', () => {
    for (const subject of names.subjects('state'))
      expect(normaliseName(normaliseName(subject.name))).toBe(normaliseName(subject.name))
  })

  it('of every actor leads back to it', () => {
    const lost = names
      .subjects('state')
      .filter(
        ({ id, name }) => names.lookUp('state', id) !== id || ![id, undefined].includes(names.lookUp('state', name)),
      )
    expect(lost).toEqual([])
  })
})
