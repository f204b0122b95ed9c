import { badInput } from '../../common/error.ts'
import { isObject, type JsonObject } from '../../events/json.ts'
import type { Line } from '../../ingest/candidates/json-lines.ts'
import { readJson } from '../../text/strict-json.ts'
import { bodyRefused } from './pointer.ts'

/** How events may be written. */
export const eventTypes = [
  'application/json',
  'application/x-ndjson',
  'application/jsonl',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
] as const
export type EventType = (typeof eventTypes)[number]

/** Lines as `append` takes them, each with the place that a fault names: a JSON pointer, or its line. */
export const linesOf = (type: EventType, text: string): readonly Line[] => {
  const lines = type.endsWith('ndjson') || type.endsWith('jsonl') ? linesOfText(text) : linesOfJson(type, text)
  if (lines.length > 0) return lines
  throw badInput('bad-body', 'the body holds no event.', { where: '', hint: 'Send at least one.' })
}

const linesOfText = (text: string): readonly Line[] =>
  text
    .split('\n')
    .map((line, index) => ({ where: `line ${index + 1}`, text: line.replace(/\r$/, '') }))
    .filter((line) => line.text.trim() !== '')

const linesOfJson = (type: EventType, text: string): readonly Line[] => {
  const read = readJson(text)
  if ('faults' in read) throw bodyRefused(read.faults)
  const isCloud = type.startsWith('application/cloudevents')
  const isBatch = isCloud ? type.includes('batch') : Array.isArray(read.value)
  if (isBatch !== Array.isArray(read.value))
    throw badInput('bad-body', `${isBatch ? 'no list' : 'a list'} came in ${type}.`, { where: '' })
  const all = (isBatch ? read.value : [read.value]) as readonly unknown[]
  return all.map((value, index): Line => {
    const where = isBatch ? `/${index}` : ''
    return isCloud
      ? { where: `${where}/data`, text: JSON.stringify(lineOfCloudEvent(value, where)) }
      : { where: where === '' ? 'body' : where, text: JSON.stringify(value) }
  })
}

/** What the log assigns, and the feed tells beside a line. */
const assigned = new Set(['ordinal', 'revision', 'commit', 'recordedAt', 'recordedBy', 'appendedAt', 'request'])

/** The line in a CloudEvent (CloudEvents 1.0, JSON format): its `data`, without what the log assigned. */
const lineOfCloudEvent = (value: unknown, where: string): JsonObject => {
  if (!isObject(value)) throw badInput('bad-body', 'Expected a CloudEvent: a JSON object.', { where })
  if (value['specversion'] !== '1.0')
    throw badInput('bad-body', `${JSON.stringify(value['specversion'] ?? null)} came. Expected "1.0".`, {
      where: `${where}/specversion`,
    })
  const { data } = value
  if (!isObject(data)) throw badInput('bad-body', 'Expected an event as JSON.', { where: `${where}/data` })
  return Object.fromEntries(Object.entries(data).filter(([name]) => !assigned.has(name)))
}
