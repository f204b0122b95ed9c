import { isIP } from 'node:net'
import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import type { AccessSettings } from '../../http/service/access-settings.ts'
import { readSize, sizeText } from '../../text/size.ts'

/** How much a request may bring where nobody says otherwise. */
const usualBody = '64 MiB'

/** What follows of it. */
export type Access = Omit<AccessSettings, 'tokens'>

/** What `serve` is told of who may ask. */
export interface AccessOptions {
  readonly public?: boolean
  readonly allowedHost?: readonly string[]
  readonly cors?: readonly string[]
  readonly https?: boolean
  readonly trustProxy?: string
  readonly rateLimit?: string
  readonly maxBody?: string
}

/** The flags of `serve` that say who may ask. */
export const accessFlags = (command: Command): Command =>
  command
    .option('--public', 'lets anybody read who reaches it, also from other machines; recording wants a token always')
    .option('--allowed-host <name...>', 'a further name that browsers reach it by, such as norms.example.org')
    .option(
      '--cors <origin...>',
      'whose pages may read the answers, such as https://example.org, or * (environment: NORMTRAIL_CORS)',
    )
    .option('--https', 'browsers reach it by HTTPS alone, through a proxy: tells them to keep to that')
    .option(
      '--trust-proxy <proxies>',
      'whose word is taken for where requests come from: how many proxies stand before it, or their addresses',
    )
    .option(
      '--rate-limit <count>',
      'requests a minute of one token or address; 0 is no limit (default: 6000; none on this machine alone)',
    )
    .option('--max-body <size>', 'how much a request may bring, such as 512 KiB or 128 MiB', usualBody)

const perMinuteFromElsewhere = 6_000

/** Addresses that only this machine reaches. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i

/**
 * Who may ask. On this machine alone reading is open. It is not alone where another address is listened on, or where a
 * proxy or another name leads to it: then reading wants a token, too, unless it is meant to be public.
 */
export const accessOf = (
  options: AccessOptions,
  { host, env }: { readonly host: string; readonly env: Readonly<Record<string, string | undefined>> },
): Access => {
  const hosts = (options.allowedHost ?? []).map(readHost)
  const trustedProxies = options.trustProxy === undefined ? 0 : readProxies(options.trustProxy)
  const isLoopback = loopback.test(host)
  const isAlone = isLoopback && hosts.length === 0 && trustedProxies === 0
  return {
    openReading: isAlone || options.public === true,
    hosts: isLoopback || hosts.length > 0 ? hosts : undefined,
    cors: readOrigins(options.cors ?? env['NORMTRAIL_CORS']?.split(/[\s,]+/) ?? []),
    https: options.https === true,
    trustedProxies,
    perMinute: readLimit(options.rateLimit, isAlone ? 0 : perMinuteFromElsewhere),
    bodyLimit: readBodyLimit(options.maxBody),
  }
}

const readHost = (text: string): string => {
  if (/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text
  throw badInput(
    'bad-input',
    `"${text}" is no name of a host. Expected one without a port, such as norms.example.org.`,
    {
      where: '--allowed-host',
    },
  )
}

const readOrigins = (texts: readonly string[]): readonly string[] => {
  const origins = texts.filter((text) => text !== '')
  const wrong = origins.find((text) => text !== '*' && !isOrigin(text))
  if (wrong === undefined) return origins
  throw badInput(
    'bad-input',
    `"${wrong}" is no origin. Expected a scheme and a host, such as https://example.org, or *.`,
    {
      where: '--cors',
    },
  )
}

const isOrigin = (text: string): boolean => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text

/** How many proxies, or the addresses of those that are trusted: never whoever says that it is one. */
const readProxies = (text: string): number | readonly string[] => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const addresses = text.split(',').map((one) => one.trim())
  if (addresses.every(namesProxies)) return addresses
  throw badInput('bad-input', `"${text}" names no proxies. Expected a number, or addresses such as 10.0.0.0/8.`, {
    where: '--trust-proxy',
  })
}

const namesProxies = (text: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits = '0', ...more] = text.split('/')
  const version = isIP(address)
  return version !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
}

const readLimit = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw badInput('bad-input', `"${text}" was given. Expected a whole number of requests; 0 is no limit.`, {
    where: '--rate-limit',
  })
}

const [least, most] = [1024, 256 * 1024 * 1024]

/** Not more than is read as one text and handed to the thread that records. */
const readBodyLimit = (text = usualBody): number => {
  const bytes = readSize(text)
  if (bytes !== undefined && bytes >= least && bytes <= most) return bytes
  throw badInput('bad-input', `"${text}" was given. Expected ${sizeText(least)} to ${sizeText(most)}.`, {
    where: '--max-body',
  })
}

/** What whoever starts it should know of who may ask. */
export const accessText = ({ openReading, cors }: Access, tokens: number): string => {
  const known = tokens === 0 ? 'there is none yet: `normtrail token create` makes one' : `of which there are ${tokens}`
  const wanted = openReading
    ? `Reading is open to whoever reaches it; recording wants a token, ${known}.`
    : `Reading and recording want a token, ${known}.`
  return cors.length === 0 ? wanted : `${wanted} Pages of ${cors.join(', ')} may read the answers.`
}
