import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import type { Places } from '../../workspace/settings.ts'
import { withWorkspace, type CliContext } from '../context/cli-context.ts'
import { withProgress } from '../context/progress.ts'
import { untilStopped } from '../context/until-stopped.ts'
import { writerOf } from '../context/recorded-by.ts'

interface Options extends Places {
  readonly host: string
  readonly port: string
  readonly bundled?: boolean
}

/** `serve`: the questions over HTTP, and the page. */
export const serveCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('serve')
    .description(
      'Answers over HTTP: the page, /api, /openapi.json. Ends on Ctrl-C, after the requests that it has begun.',
    )
    .option('--port <port>', 'which port; 0 takes a free one', '8080')
    .option('--host <host>', 'which address to listen on', '127.0.0.1')
    .option('--bundled', 'imports the case that comes with normtrail first')
    .action(async () => {
      const { host, port, bundled = false, ...places } = command.optsWithGlobals<Options>()
      const number = portOf(port)
      const { terminal, questions, ingest } = house
      const { listen } = await import('../../http/server.ts')
      const { requestLog } = await import('../../http/request-log.ts')
      await withWorkspace(house, places, async (workspace) => {
        await withProgress(terminal, async (progress) => {
          if (bundled)
            await ingest.importBundled(workspace, {
              recordedBy: writerOf(undefined, terminal),
              dryRun: false,
              skipBadRows: false,
              progress,
            })
          await workspace.catchUp((done, of) => progress('catching up:', done, of))
        })
        const server = await listen({ questions, workspace, log: requestLog(terminal.stderr) }, number, host)
        terminal.stdout.write(`Listening on ${server.address}\n`)
        await untilStopped()
        await server.close()
      })
    })
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw badInput('bad-input', `"${text}" is no port. Expected a whole number from 0 to 65535.`, { where: '--port' })
}
