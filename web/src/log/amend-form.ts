import { el } from '../elements/element.ts'
import { recordingForm } from './form.ts'
import type { Arrived } from './feed.ts'

/** A correction or a retraction of an event: how it should have read, why, and who says so. */
export const amendForm = () => {
  const target = el('input', { type: 'text', name: 'target', spellcheck: 'false' })
  const occurred = el('input', { type: 'text', name: 'occurred', placeholder: '1994-10-22' })
  const fields = el('textarea', { name: 'set', rows: 3, spellcheck: 'false', placeholder: '{"actor": "fra"}' })
  const reason = el('input', { type: 'text', name: 'reason', required: true })
  const source = el('input', { type: 'text', name: 'source', required: true })
  const isRetracted = el('input', { type: 'checkbox', name: 'retract' })
  const inputs: Readonly<Record<string, HTMLElement>> = { target, occurred, set: fields, data: fields, reason, source }
  const form = recordingForm({
    button: 'Record the correction',
    fields: [
      el('label', {}, 'Event', target),
      el('label', {}, 'The date as it should be, where it was wrong', occurred),
      el('label', {}, 'Fields as they should be, as JSON, where they were wrong', fields),
      el('label', {}, 'Why', reason),
      el('label', {}, 'Who says so: a citation', source),
      el('label', { class: 'check' }, isRetracted, 'It should not have been recorded at all: take it back'),
    ],
    request: () => {
      const said = { target: target.value.trim(), reason: reason.value.trim(), source: source.value.trim() }
      if (isRetracted.checked) return { path: 'retractions', body: JSON.stringify(said), type: 'application/json' }
      const changes = {
        ...(occurred.value.trim() !== '' && { occurred: occurred.value.trim() }),
        ...(fields.value.trim() !== '' && { set: readFields(fields) }),
      }
      return { path: 'corrections', body: JSON.stringify({ ...said, changes }), type: 'application/json' }
    },
    fieldOf: ({ pointer = '' }) => inputs[pointer.split('/').find((word) => word in inputs) ?? ''],
  })
  const element = el('details', { class: 'more' }, el('summary', {}, 'Correct or take back an event'), form)
  const begin = ({ id, occurred: when }: Arrived): void => {
    element.open = true
    target.value = id
    occurred.value = when ?? ''
    reason.focus()
    element.scrollIntoView({ block: 'center' })
  }
  return { element, begin }
}

/** The fields as an object; text that is none is sent as it is, so that the server says what is wrong with it. */
const readFields = (area: HTMLTextAreaElement): unknown => {
  try {
    return JSON.parse(area.value)
  } catch {
    return area.value
  }
}
