import type { RecordedEvent } from '../../events/envelope.ts'

/** Where an event stands: its log by a name that no other has, and the place after it. */
export interface Standing {
  readonly log: string
  readonly place: string
}

/**
 * An event as CloudEvents 1.0 has it. `time` is when the log knew it; when it was done, or took effect where a source
 * says so, is `validfrom`. `data` is the line that `append` takes, with the place and the moment of recording.
 */
export const cloudEventOf = (recorded: RecordedEvent, { log, place }: Standing) => {
  const { id, type, stream, revision, ordinal, commit, recordedAt, recordedBy, appendedAt, ...line } = recorded
  const { schemaVersion, occurred, effective } = line
  const validFrom = effective ?? occurred
  return {
    specversion: '1.0',
    id,
    source: `urn:normtrail:${log}`,
    type: `org.normtrail.${type}.v${schemaVersion}`,
    subject: stream,
    time: recordedAt,
    datacontenttype: 'application/json',
    dataschema: `urn:normtrail:event:${type}:v${schemaVersion}`,
    ordinal,
    position: place,
    revision,
    commit,
    recordedby: recordedBy,
    ...(validFrom !== undefined && { validfrom: validFrom }),
    ...(appendedAt !== undefined && { appendedat: appendedAt }),
    data: { id, stream, type, ...line, ordinal, recordedAt },
  }
}

export type CloudEvent = ReturnType<typeof cloudEventOf>
