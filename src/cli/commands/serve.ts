import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import { openTokens } from '../../workspace/engines.ts'
import { settingsOf, type Places } from '../../workspace/settings.ts'
import { withWorkspace, type CliContext } from '../context/cli-context.ts'
import { withProgress } from '../context/progress.ts'
import { untilStopped } from '../context/until-stopped.ts'
import { writerOf } from '../context/recorded-by.ts'
import { accessFlags, accessOf, accessText, type Access, type AccessOptions } from './serve-access.ts'

interface Options extends Places, AccessOptions {
  readonly host?: string
  readonly port?: string
  readonly threads: string
  readonly queue: string
  readonly followers: string
  readonly bundled?: boolean
  readonly requireIfMatch?: boolean
}

/** Serves until it is told to stop; says where, and who may ask. */
const untilStoppedWith = async (
  start: () => Promise<{ readonly address: string; readonly close: () => Promise<void> }>,
  said: string,
  { stdout }: CliContext['terminal'],
): Promise<void> => {
  const server = await start()
  stdout.write(`Listening on ${server.address}\n${said}\n`)
  await untilStopped()
  await server.close()
}

/** `serve`: the questions over HTTP, and the page. */
export const serveCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('serve')
    .description(
      'Answers over HTTP: the page, /v1, /openapi.json. Ends on Ctrl-C, after the requests that it has begun.',
    )
    .option('--port <port>', 'which port; 0 takes a free one (environment: NORMTRAIL_PORT; default: 8080)')
    .option('--host <host>', 'which address to listen on (environment: NORMTRAIL_HOST; default: 127.0.0.1)')
    .option(
      '--threads <count>',
      'how many threads answer, 1 to 16; of several, one is kept free of long questions',
      '2',
    )
    .option(
      '--queue <count>',
      'how many questions may wait, long ones and others each, before it is said to be busy',
      '64',
    )
    .option('--followers <count>', 'how many clients may follow the log at once (/v1/feed)', '1000')
    .option('--require-if-match', 'refuses to append or amend where the request does not say where its stream stands')
    .option('--bundled', 'imports the case that comes with normtrail first')
  accessFlags(command).action(async () => {
    const { port, threads, queue, followers, ...options } = command.optsWithGlobals<Options>()
    const { env } = house.terminal
    const host = options.host ?? (env['NORMTRAIL_HOST'] || '127.0.0.1')
    await serve(house, options, {
      host,
      port: wholeNumber('--port', port ?? (env['NORMTRAIL_PORT'] || '8080'), 0, 65_535),
      threads: wholeNumber('--threads', threads, 1, 16),
      queue: wholeNumber('--queue', queue, 1, 10_000),
      followers: wholeNumber('--followers', followers, 0, 100_000),
      access: accessOf(options, { host, env }),
      requireIfMatch: options.requireIfMatch === true,
    })
  })
}

interface Serving {
  readonly host: string
  readonly port: number
  readonly threads: number
  readonly queue: number
  readonly followers: number
  readonly access: Access
  readonly requireIfMatch: boolean
}

const serve = async (
  house: CliContext,
  options: Places & Pick<Options, 'bundled'>,
  { host, port, access, followers, requireIfMatch, ...limits }: Serving,
): Promise<void> => {
  const { terminal, questions, ingest } = house
  const { listen } = await import('../../http/server.ts')
  const { answerInThreads } = await import('../../http/answering/answer-in-threads.ts')
  const { isWorthRehearsing } = await import('../../http/answering/rehearse.ts')
  const { feedInThread } = await import('../../http/feed/feed-in-thread.ts')
  const { recordInThread } = await import('../../http/recording/record-in-thread.ts')
  const { requestLog } = await import('../../http/operation/request-log.ts')
  const tokens = await openTokens(settingsOf(options, terminal.env))
  try {
    // Tokens that cannot be read are said at the start, and not to the first who brings one.
    const count = (await tokens.all()).length
    await withWorkspace(house, options, async (workspace) => {
      await withProgress(terminal, async (progress) => {
        if (options.bundled === true)
          await ingest.importBundled(workspace, {
            recordedBy: writerOf(undefined, terminal),
            dryRun: false,
            skipBadRows: false,
            progress,
          })
        await workspace.catchUp((done, of) => progress('catching up:', done, of))
      })
      const answering = await answerInThreads(questions, workspace, {
        ...limits,
        rehearses: await isWorthRehearsing(workspace.log),
      })
      const recording = recordInThread(workspace, limits.queue)
      try {
        const log = requestLog(terminal.stderr)
        const feed = await feedInThread({ workspace, answering, log }, { most: followers })
        const service = {
          questions,
          workspace,
          answering,
          log,
          feed,
          recording,
          requireIfMatch,
          access: { ...access, tokens },
        }
        const said = accessText(access, count)
        await untilStoppedWith(() => listen(service, port, host), said, terminal).finally(() => feed.close())
      } finally {
        await Promise.all([answering.close(), recording.close()])
      }
    })
  } finally {
    await tokens.close()
  }
}

const wholeNumber = (flag: string, text: string, least: number, most: number): number => {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw badInput('bad-input', `"${text}" was given. Expected a whole number from ${least} to ${most}.`, { where: flag })
}
