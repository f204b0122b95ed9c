import { bareTable } from '../load/bare-table.ts'
import { download, type Downloaded } from '../load/download.ts'
import { median } from '../median.ts'
import { numberOption, option } from '../options.ts'
import { say } from '../report.ts'
import { startChild } from '../soak/child.ts'
import { residentMegabytes } from '../soak/resident.ts'

const panel = (form: string, from: number): string =>
  `/v1/panel/memberships.${form}?from=${from}&to=2014&asOf=2020-01-01`

/** The median of several downloads in a row, by their time. */
const several = async (address: string, packed: boolean, rounds: number): Promise<Downloaded> => {
  const all: Downloaded[] = []
  for (let round = 0; round < rounds; round += 1) all.push(await download(address, packed))
  const middle = median(all.map(({ seconds }) => seconds))
  return all.find(({ seconds }) => seconds >= middle) ?? (all[0] as Downloaded)
}

/**
 * A long panel over loopback, as CSV that is packed and as Parquet, beside a bare Express stream of the same rows from
 * SQLite: time to the last byte, and bytes. How much memory the server holds behind a quarter of it and behind the
 * whole.
 */
export const httpTable = async (): Promise<void> => {
  const data = option('data')
  if (data === undefined) throw new Error('--data needs a folder with a log in it')
  const rounds = Math.round(numberOption('rounds', 3))
  const from = Math.round(numberOption('from', 1816))
  const server = startChild('serve', ['--data', data, 'serve', '--port', '0'], {})
  try {
    const address = await server.said('Listening on ')
    await download(`${address}${panel('csv', 2000)}`, true)
    const before = residentMegabytes(server.pid) ?? Number.NaN
    const first = await download(`${address}${panel('csv', from)}`, true)
    const csv = await several(`${address}${panel('csv', from)}`, true, rounds)
    const written = await download(`${address}${panel('parquet', from)}`, false)
    const kept = await several(`${address}${panel('parquet', from)}`, false, rounds)
    const rss = residentMegabytes(server.pid) ?? Number.NaN
    const bare = await bareTable(String(csv.body))
    const beside = await several(bare.address, true, rounds).finally(bare.stop)
    if (!beside.body.equals(csv.body)) throw new Error('the bare stream sent other rows')
    const shown = { first, csv, 'parquet, written': written, 'parquet, kept': kept, bare: beside }
    for (const [name, { seconds, bytes }] of Object.entries(shown))
      say(
        `${name.padEnd(18)} ${seconds.toFixed(2)} s  ${(bytes / 1e6).toFixed(2)} MB` +
          `  ${(seconds / beside.seconds).toFixed(2)} of bare`,
      )
    const of = ({ seconds, bytes }: Downloaded) => ({ seconds, bytes })
    say(
      JSON.stringify({
        rows: String(csv.body).trimEnd().split('\n').length - 1,
        csv: of(csv),
        parquet: { written: of(written), kept: of(kept) },
        bare: of(beside),
        csv_over_bare: csv.seconds / beside.seconds,
        rss: { before, after: rss },
      }),
    )
  } finally {
    await server.stop()
  }
}
