import { median } from '../median.ts'
import { numberOption, option } from '../options.ts'
import { timeProcess } from '../questions/process-time.ts'
import { say } from '../report.ts'
import { exported } from '../tables/exported.ts'
import { dyads, wide } from '../tables/wide.ts'

/** Dyads of few and of many years: of how many there are, memory should not tell. */
const ofDyads = async (data: string, from: number, format: 'csv' | 'parquet') => {
  const [few, many] = [await exported(data, dyads(2010, 2014), format), await exported(data, dyads(from, 2014), format)]
  for (const { rows, seconds, megabytes } of [few, many]) {
    const what = `dyads, ${format.padEnd(7)} ${String(rows).padStart(9)} rows`
    say(`${what}   ${seconds.toFixed(2)} s, at most ${megabytes.toFixed(0)} MB`)
  }
  return { format, few, many, megabytes_ratio: many.megabytes / few.megabytes }
}

/**
 * Tables by recipe, each in a process of its own, beside one that does nothing: forty columns of state-years from 1816
 * to 2014; and dyads, as CSV and as Parquet. From 1975 on there are more than a million of them.
 */
export const tables = async (): Promise<void> => {
  const data = option('data')
  if (data === undefined) throw new Error('--data needs a folder with a log in it')
  const rounds = Math.round(numberOption('rounds', 3))
  const from = Math.round(numberOption('from', 1975))
  const [idle, made] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round += 1) {
    idle.push((await timeProcess('-e', '0')).seconds)
    made.push((await exported(data, wide)).seconds)
  }
  const [node, seconds] = [median(idle), median(made)]
  say(`forty columns, 1816 to 2014   ${seconds.toFixed(2)} s, beside ${node.toFixed(2)} s for \`node -e 0\``)
  const dyadsMade = [await ofDyads(data, from, 'csv'), await ofDyads(data, from, 'parquet')]
  say(JSON.stringify({ node, wide: seconds, dyads: dyadsMade }))
}
