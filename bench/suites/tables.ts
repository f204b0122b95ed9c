import { median } from '../median.ts'
import { numberOption, option } from '../options.ts'
import { timeProcess } from '../questions/process-time.ts'
import { say } from '../report.ts'
import { exported } from '../tables/exported.ts'
import { dyads, wide } from '../tables/wide.ts'

/**
 * Tables by recipe, each in a process of its own, beside one that does nothing: forty columns of state-years from 1816
 * to 2014; and dyads of few and of many years, of which memory should not tell.
 */
export const tables = async (): Promise<void> => {
  const data = option('data')
  if (data === undefined) throw new Error('--data needs a folder with a log in it')
  const rounds = Math.round(numberOption('rounds', 3))
  const from = Math.round(numberOption('from', 1930))
  const [idle, made] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round += 1) {
    idle.push((await timeProcess('-e', '0')).seconds)
    made.push((await exported(data, wide)).seconds)
  }
  const [few, many] = [await exported(data, dyads(2010, 2014)), await exported(data, dyads(from, 2014))]
  const [node, seconds] = [median(idle), median(made)]
  say(`forty columns, 1816 to 2014   ${seconds.toFixed(2)} s, beside ${node.toFixed(2)} s for \`node -e 0\``)
  for (const { rows, seconds: took, megabytes } of [few, many])
    say(`dyads, ${String(rows).padStart(9)} rows        ${took.toFixed(2)} s, at most ${megabytes.toFixed(0)} MB`)
  say(JSON.stringify({ node, wide: seconds, dyads: { few, many }, megabytes_ratio: many.megabytes / few.megabytes }))
}
