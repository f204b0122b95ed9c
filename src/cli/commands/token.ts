import type { Command } from 'commander'
import { notFound } from '../../common/error.ts'
import { issueToken } from '../../access/issue-token.ts'
import { scopes } from '../../access/scope.ts'
import type { Token } from '../../access/token.ts'
import type { TokenStore } from '../../access/token-store.ts'
import { openTokens } from '../../workspace/engines.ts'
import { settingsOf, type Places } from '../../workspace/settings.ts'
import type { CliContext } from '../context/cli-context.ts'
import { writerOf } from '../context/recorded-by.ts'
import { toStdout } from '../context/output.ts'
import { printable } from '../../text/printable.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/** `token`: who may ask and record over HTTP. It opens no log. */
export const tokenCommands = (program: Command, house: CliContext): void => {
  const tokens = program.command('token').description('Makes, lists and revokes the tokens that HTTP wants.')
  createCommand(tokens, house)
  listCommand(tokens, house)
  revokeCommand(tokens, house)
}

interface Wish extends Places {
  readonly scope: readonly string[]
  readonly name?: string
  readonly expires?: string
}

const createCommand = (tokens: Command, house: CliContext): void => {
  const { terminal } = house
  const command = tokens
    .command('create')
    .description('Makes a token, and prints it, alone: it is shown once, and kept nowhere.')
    .requiredOption('--scope <scope...>', `what it allows: ${scopes.join(', ')}; each implies read, and admin all`)
    .option('--name <name>', 'who holds it: stands beside what is recorded with it (default: the user of the shell)')
    .option('--expires <date>', 'the last day, in UTC, on which it is good (default: until it is revoked)')
    .action(async () => {
      const { scope, name, expires, ...places } = command.optsWithGlobals<Wish>()
      const wanted = scope.flatMap((text) => text.split(',')).filter((text) => text !== '')
      await withTokens(house, places, async (store) => {
        const wish = { scopes: wanted, name: name ?? writerOf(undefined, terminal), expires }
        const { token, text } = await issueToken(store, wish, new Date())
        terminal.stderr.write(`${madeText(token, store.place)}\n`)
        await toStdout(terminal, [`${text}\n`])
      })
    })
}

const madeText = ({ id, name, scopes: held, expires }: Token, place: string): string => {
  const until = expires === undefined ? 'until it is revoked' : `through ${expires}`
  return (
    `Token ${id} of ${name}: ${held.join(', ')}; good ${until}. ` +
    `Its digest is kept at ${place}; the token itself is nowhere but below.\n` +
    `Send it as \`Authorization: Bearer <token>\`; \`normtrail token revoke ${id}\` ends it.`
  )
}

const listCommand = (tokens: Command, house: CliContext): void => {
  const command = tokens
    .command('list')
    .description('Lists the tokens: ids, holders, scopes, days; never what is sent.')
    .option(...reportFormat)
    .action(async () => {
      const { format, ...places } = command.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      await withTokens(house, places, async (store) => {
        const listed = (await store.all()).map(shownOf)
        await printReport(house.terminal, format, { tokens: listed }, listText(listed))
      })
    })
}

type Shown = Omit<Token, 'digest'>

const shownOf = (token: Token): Shown =>
  Object.fromEntries(Object.entries(token).filter(([field]) => field !== 'digest')) as unknown as Shown

const listText = (tokens: readonly Shown[]): string =>
  tokens.length === 0
    ? 'There are no tokens. `normtrail token create` makes one.'
    : tokens
        .map(({ id, name, scopes: held, created, expires, lastUsed }) =>
          [
            `${id}  ${printable(name)}: ${held.join(', ')}`,
            `made ${created.slice(0, 10)}`,
            ...(expires === undefined ? [] : [`good through ${expires}`]),
            lastUsed === undefined ? 'never used' : `last used ${lastUsed}`,
          ].join('; '),
        )
        .join('\n')

const revokeCommand = (tokens: Command, house: CliContext): void => {
  const command = tokens
    .command('revoke')
    .description('Ends a token: servers that run refuse it within seconds.')
    .argument('<id>', 'the id of a token, as list names it: the ten digits after "nt_"')
    .action(async (id: string) => {
      const places = command.optsWithGlobals<Places>()
      await withTokens(house, places, async (store) => {
        const revoked = await store.revoke(id)
        if (revoked === undefined)
          throw notFound('unknown-token', `"${id}" is the id of no token in ${store.place}.`, {
            hint: '`normtrail token list` lists them.',
          })
        await toStdout(house.terminal, [`Token ${revoked.id} of ${printable(revoked.name)} is revoked.\n`])
      })
    })
}

const withTokens = async (house: CliContext, places: Places, work: (store: TokenStore) => Promise<void>) => {
  const store = await openTokens(settingsOf(places, house.terminal.env))
  try {
    await work(store)
  } finally {
    await store.close()
  }
}
