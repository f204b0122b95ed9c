import { shipped } from '../tables/read-mapping.ts'

/**
 * Latent human-rights protection scores: one row per state and year; theta_mean is an estimate with the standard
 * deviation theta_sd, higher is better. The whole series is estimated anew at each release, so a release is a batch of
 * new assertions. 1990 stands under 260 and under 255 for Germany: the code in the system on the last day of the year
 * is preferred. The file writes Czechoslovakia under 316, which is the Czech Republic in COW. Some states stand under
 * their numbers before they were states of their own (Armenia from 1985): the file names them so, and they are taken.
 */
export const lhrs = shipped({
  name: 'lhrs',
  reads: 'Latent human-rights protection scores by state and year, with standard deviation',
  order: 64,
  header: ['country_name', 'theta_q025', 'theta_q975'],
  release: {
    citation:
      'Fariss, Christopher J., Michael R. Kenwick and Kevin Reuning. 2020. ' +
      'Estimating one-sided-killings from a robust measurement model of human ' +
      'rights. Journal of Peace Research 57(6). Human Rights Protection Scores v4.02',
    series: 'lhrs',
    version: '4.02',
    published: '2022~', // not stated; the data run to the end of 2021
    licence: 'Terms of the Dataverse that it is kept in; none stated beside the file',
    redistributable: 'unknown',
  },
  about: {
    download: 'github.com/CJFariss/Human-Rights-Latent-Variable: LHRS-v4.02-2021_names.csv',
    covers: '201 states, 1946 to 2021',
  },
  complete: { classes: ['score'], actors: 'named', from: '1946-01-01', through: '2021-12-31' },
  rows: {
    kind: 'scores',
    rater: 'lhrs',
    actor: {
      scheme: 'cow',
      column: 'COW',
      recode: [
        {
          code: '316',
          years: [1946, 1992],
          as: '315',
          why: 'Czechoslovakia stands under the code of the Czech Republic',
        },
      ],
    },
    year: 'YEAR',
    direction: 'higher-is-better',
    prefer: [{ column: 'COW', equals: '255', weight: 0.5 }],
    indicators: [{ id: 'theta', column: 'theta_mean', sd: 'theta_sd' }],
  },
  unmatched: 'skip',
  outsideDays: 'take',
})
