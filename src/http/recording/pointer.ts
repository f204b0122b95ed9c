import type { JsonFault } from '../../text/strict-json.ts'
import { badInput, type Fault, type NormtrailError } from '../../common/error.ts'

/** `sources[0].citation` as a JSON pointer (RFC 6901): `/sources/0/citation`; empty for the whole. */
export const pointerOf = (path: string): string =>
  path === ''
    ? ''
    : `/${path
        .replaceAll('~', '~0')
        .replaceAll('/', '~1')
        .replaceAll(/\[(\d+)\]/g, '.$1')
        .replaceAll('.', '/')}`

/** The field that a message begins with: `data.actor: …`. */
const field = /^([a-zA-Z]\w*(?:\[\d+\]|\.\w+)*): /

/** A fault of a line at its place in the body: the pointer of the line, and of the field that the message names. */
export const placedInBody = (fault: Fault): Fault => {
  const { where, message } = fault
  if (where !== 'body' && !where.startsWith('/')) return fault
  const [named = '', path = ''] = field.exec(message) ?? []
  return { ...fault, where: `${where === 'body' ? '' : where}${pointerOf(path)}`, message: message.slice(named.length) }
}

const replaced = 'data.replacement.'

/**
 * A fault of what a correction would make of an event, at its place in the body of the correction: the field that was
 * set, else the whole payload, else what else it says of the event.
 */
export const placedInCorrection = (fault: Fault, changes: object): Fault => {
  const isOfChange = fault.where.includes('replacement of') || fault.message.startsWith(replaced)
  if (!isOfChange) return placedInBody(fault)
  const [named = '', whole = ''] = field.exec(fault.message) ?? []
  // Told of the event that is replaced, or of the correction that replaces it.
  const path = whole.startsWith(replaced) ? whole.slice(replaced.length) : whole
  const message = fault.message.slice(named.length)
  const [first = '', second = ''] = path.split('.')
  if (first !== 'data') return { ...fault, where: `/changes${pointerOf(path)}`, message }
  const isSet = 'set' in changes && Object.hasOwn(changes.set as object, second.replace(/\[.*/, ''))
  const within = path.slice('data.'.length)
  return { ...fault, where: `/changes/${isSet ? 'set' : 'data'}${pointerOf(within)}`, message }
}

/** A body with faults, each at its place. Throws nothing; the first of them is told in the message, too. */
export const bodyRefused = (faults: readonly JsonFault[]): NormtrailError => {
  const [first] = faults
  const each = faults.map(({ path, message }): Fault => ({ where: pointerOf(path), message }))
  const more = faults.length > 1 ? ` ${faults.length} faults in all.` : ''
  return badInput('bad-body', `${first?.path === '' ? '' : `${first?.path}: `}${first?.message}${more}`, {
    faults: each,
  })
}
