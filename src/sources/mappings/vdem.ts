import { shipped } from '../tables/read-mapping.ts'

const index = (column: string) => ({ id: column.replaceAll('_', '-'), column, range: [0, 1] as [number, number] })
const latent = (column: string) => ({ id: column.replaceAll('_', '-'), column })

/**
 * Varieties of Democracy, seven columns: v2x_* are indices from 0 to 1, v2c* and v2j* point estimates of a latent scale
 * around 0; higher is better. The table also speaks of colonies and of entities without a COW code (Hong Kong,
 * Zanzibar, Palestine), by name. It rates some of them before they were states of their own (Kosovo from 1999): the
 * file names them so, and they are taken.
 */
export const vdem = shipped({
  name: 'vdem',
  reads: 'Varieties of Democracy, seven indicators by state and year',
  order: 65,
  release: {
    citation: 'Coppedge, Michael et al. V-Dem Country-Year Dataset, to 2021. Varieties of Democracy (V-Dem) Project',
    series: 'vdem',
    version: 'to-2021', // not stated in the file
    published: '2022~',
    licence: 'CC BY-SA',
    redistributable: 'yes',
  },
  about: {
    download: 'https://www.v-dem.net: seven columns of the country-year file, and country_name, year, COWcode',
    covers: 'States, colonies and some territories, 1900 to 2021',
  },
  complete: { classes: ['score'], actors: 'named', from: '1900-01-01', through: '2021-12-31' },
  rows: {
    kind: 'scores',
    rater: 'vdem',
    actor: { scheme: 'cow', column: 'COWcode', otherwise: { scheme: 'name', column: 'country_name' } },
    year: 'year',
    direction: 'higher-is-better',
    indicators: [
      ...['v2x_polyarchy', 'v2x_clphy', 'v2x_gender', 'v2x_gencl'].map(index),
      ...['v2cltort', 'v2juhcind', 'v2csprtcpt'].map(latent),
    ],
  },
  unmatched: 'skip',
  outsideDays: 'take',
})
