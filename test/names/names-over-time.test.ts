import { describe, expect, it } from 'vitest'
import { actors } from '../../catalogue/actors/index.ts'
import { renamings } from '../../catalogue/actors/renamings.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { loadNames } from '../../src/names/load.ts'
import { actSentence } from '../../src/queries/record/act-words.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { catalogueNames } from './catalogue-names.ts'

const { ask, workspace } = theBundledCase()
const called = async (state: string, asOf: string) => (await ask<{ name: string }>('state', { state }, { asOf })).name

/**
 * Days of the depositary's Historical Information, of the notes to the list of Member States, and of the acts
 * themselves; the last day of the old name and the first of the new one.
 */
describe('what a state was called on a day', () => {
  it.each([
    ['swz', '1990-01-01', 'Swaziland'],
    ['swz', '2018-04-18', 'Swaziland'],
    ['swz', '2018-04-19', 'Eswatini'],
    ['tur', '1914-07-28', 'Ottoman Empire'],
    ['tur', '2022-05-31', 'Turkey'],
    ['tur', '2022-06-01', 'Türkiye'],
    ['rus', '1985-01-01', 'Soviet Union'],
    ['rus', '1991-12-24', 'Russian Federation'],
    ['blr', '1991-09-18', 'Byelorussian SSR'],
    ['blr', '1991-09-19', 'Belarus'],
    ['mkd', '2019-02-11', 'The former Yugoslav Republic of Macedonia'],
    ['mkd', '2019-02-12', 'North Macedonia'],
    ['mmr', '1989-06-17', 'Burma'],
    ['mmr', '1989-06-18', 'Myanmar'],
    ['bfa', '1984-08-03', 'Upper Volta'],
    ['bfa', '1984-08-04', 'Burkina Faso'],
    ['cod', '1970-01-01', 'Democratic Republic of the Congo'],
    ['cod', '1997-05-16', 'Zaire'],
    ['cod', '1997-05-17', 'Democratic Republic of the Congo'],
    ['lka', '1972-05-21', 'Ceylon'],
    ['ben', '1975-11-29', 'Dahomey'],
    ['irn', '1935-03-20', 'Persia'],
    ['irn', '1935-03-21', 'Iran'],
    ['cpv', '2013-10-23', 'Cape Verde'],
    ['cze', '2016-05-16', 'Czech Republic'],
    ['cze', '2016-05-17', 'Czechia'],
    ['khm', '1972-01-01', 'Khmer Republic'],
    ['khm', '1975-12-31', 'Cambodia'],
    ['khm', '1985-01-01', 'Democratic Kampuchea'],
    ['khm', '1990-02-03', 'Cambodia'],
    ['cmr', '1980-01-01', 'United Republic of Cameroon'],
    ['tza', '1964-05-01', 'United Republic of Tanganyika and Zanzibar'],
    ['srb', '1999-01-01', 'Federal Republic of Yugoslavia'],
    ['srb', '2005-01-01', 'Serbia and Montenegro'],
    ['srb', '2006-06-03', 'Serbia'],
    ['zwe', '1980-04-17', 'Southern Rhodesia'],
    ['deu', '1985-01-01', 'Federal Republic of Germany'],
    ['deu', '1949-05-23', 'Germany'],
    ['deu', '1949-05-24', 'Federal Republic of Germany'],
    ['tha', '1939-06-23', 'Siam'],
    ['tha', '1939-06-24', 'Thailand'],
    ['tha', '1945-09-06', 'Thailand'],
    ['tha', '1945-09-07', 'Siam'],
    ['tha', '1949-05-11', 'Thailand'],
    ['ben', '1975-12-03', 'Benin'],
    ['tza', '1964-10-27', 'United Republic of Tanganyika and Zanzibar'],
    ['tza', '1964-11-01', 'Tanzania'],
    ['fra', '1985-01-01', 'France'],
  ])('%s on %s: %s', async (state, asOf, name) => expect(await called(state, asOf)).toBe(name))

  it('is what every answer about the day calls it', async () => {
    interface Called {
      readonly states: readonly { readonly state: string; readonly name: string }[]
    }
    const on = async (asOf: string) =>
      (await ask<Called>('world', { subject: 'cat', system: 'un' }, { asOf })).states.find(
        ({ state }) => state === 'rus',
      )?.name
    expect([await on('1985-06-01'), await on('1995-06-01')]).toEqual(['Soviet Union', 'Russian Federation'])
  })
  it('is what the sentence of an act calls it', async () => {
    // The Soviet Union ratified the Convention against Torture on 3 March 1987: the Treaty Collection, IV-9.
    const { readModel } = workspace()
    const names = await loadNames(readModel.sql, Number.MAX_SAFE_INTEGER - 1)
    const says = (type: string, occurred: string, data: JsonObject, stream = 'treaty-cat') =>
      actSentence({ type, stream, occurred, data }, { names, treaty: () => 'Convention against Torture' })
    expect(says('TreatyRatified', '1987-03-03', { actor: 'rus' })).toBe(
      'The Soviet Union ratified the Convention against Torture on 1987-03-03.',
    )
    expect(says('TreatyRatified', '2000-01-01', { actor: 'rus' })).toMatch(/^The Russian Federation ratified /)
    expect(says('StateRenamed', '2019-02-12', { actor: 'mkd', name: 'North Macedonia' }, 'state-mkd')).toBe(
      'The former Yugoslav Republic of Macedonia took the name North Macedonia on 2019-02-12.',
    )
  })
  it('is listed with its days where it took another', async () => {
    const { names } = await ask<{ names: readonly object[] }>('state', { state: 'swz' })
    expect(names).toContainEqual({ name: 'Swaziland', from: null, to: '2018-04-18' })
    expect(names).toContainEqual({ name: 'Eswatini', from: '2018-04-19', to: null })
  })
})

describe('the renamings of the catalogue', () => {
  const names = catalogueNames()
  it('end with the name in use, in the order of their days', () => {
    for (const { actor, later } of renamings) {
      expect(later.at(-1)?.name).toBe(actors.find(({ id }) => id === actor)?.name)
      expect(later.map(({ on }) => on)).toEqual(later.map(({ on }) => on).toSorted())
    }
  })
  it('are spellings that mean the state on any day of it, as before', () => {
    for (const { actor, first, later } of renamings)
      for (const name of [first, ...later.map((one) => one.name)])
        expect(
          names.meaningsOf('state', actor).some(({ scheme, code }) => scheme === 'name' && code === name),
          `${actor}: ${name}`,
        ).toBe(true)
  })
})
