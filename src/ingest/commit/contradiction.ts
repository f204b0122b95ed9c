import { canonicalJson, type Json } from '../../events/json.ts'
import type { Candidate } from '../candidates/candidate.ts'

/**
 * What two rows say of one fact, where they differ: `treaty-cat fra consent/1: occurred 1987-02-18 in row 3, but
 * 1986-02-18 in row 1, which stands`.
 */
export const contradictionText = (candidate: Candidate, stands: Candidate): string => {
  const [other, standing] = [valuesOf(candidate), valuesOf(stands)]
  const fields = [...new Set([...Object.keys(other), ...Object.keys(standing)])].filter(
    (field) => textOf(other[field]) !== textOf(standing[field]),
  )
  const said = (values: Readonly<Record<string, Json | undefined>>) =>
    fields.map((field) => `${field} ${textOf(values[field])}`).join(', ')
  const about = [candidate.stream, ...(candidate.key === '*' ? [] : [candidate.key]), candidate.fact].join(' ')
  return (
    `${about}: ${said(other)} in row ${candidate.rows[0]}, but ` +
    `${said(standing)} in row ${stands.rows[0]}, which stands`
  )
}

const valuesOf = ({ event }: Candidate): Readonly<Record<string, Json | undefined>> => ({
  type: event.type,
  occurred: event.occurred,
  ...event.data,
})

const textOf = (value: Json | undefined): string => {
  if (value === undefined) return 'nothing'
  return typeof value === 'string' ? value : canonicalJson(value)
}
