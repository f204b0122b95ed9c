import type { FetchReport } from '../../fetch/fetch-mtdsg.ts'

const words = {
  new: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  fresh: 'confirmed today already',
  failed: 'failed',
  'not-asked': 'not asked for',
} as const

const outcomes = Object.keys(words) as (keyof typeof words)[]

/** What became of the files: how many of each outcome, and each that failed, with the reason. */
export const fetchText = ({ address, folder, files, givenUp }: FetchReport): string => {
  const counts = outcomes
    .map((outcome) => ({ outcome, count: files.filter((file) => file.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${words[outcome]}`)
  return [
    `${address} → ${folder}`,
    `  instruments: ${files.length} = ${counts.join(' + ')}`,
    ...files
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ instrument, why }) => `  failed ${instrument}: ${why}`),
    ...(givenUp === undefined ? [] : [`  given up: ${givenUp}`]),
  ].join('\n')
}
