import { Problem } from '../ask/problem.ts'
import { el, fill } from '../elements/element.ts'
import { NotRecorded, record, type Fault } from './recording.ts'

/** What a form sends, and how it says where a fault is. */
export interface RecordingForm {
  readonly button: string
  readonly fields: readonly HTMLElement[]
  readonly request: () => { readonly path: string; readonly body: string; readonly type: string }
  /** The field that a fault is about, to be marked and to get the focus. */
  readonly fieldOf?: (fault: Fault) => HTMLElement | undefined
  readonly done?: () => void
}

/** A form that records. Errors stand at their fields; pressing the button again after a break records nothing twice. */
export const recordingForm = ({ button, fields, request, fieldOf, done }: RecordingForm): HTMLElement => {
  const said = el('div', { class: 'said', role: 'status' })
  let [key, sent] = [crypto.randomUUID() as string, '']
  const send = async (): Promise<void> => {
    for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
    const { path, body, type } = request()
    // Another text is another request.
    if (sent !== '' && sent !== path + body) key = crypto.randomUUID()
    sent = path + body
    try {
      const { appended, known, ordinal } = await record(path, body, type, key)
      const already = known > 0 ? `, ${known} were known already` : ''
      fill(
        said,
        el(
          'p',
          {},
          `Recorded: ${appended} ${appended === 1 ? 'event' : 'events'}${already}. The log stands at event ${ordinal}.`,
        ),
      )
      key = crypto.randomUUID()
      done?.()
    } catch (thrown) {
      tell(thrown)
    }
  }
  const tell = (thrown: unknown): void => {
    const problem = thrown instanceof Problem ? thrown : new Problem(String(thrown))
    const faults = problem instanceof NotRecorded ? problem.faults : []
    const token = problem.status === 401 || problem.status === 403 ? document.querySelector('[name=token]') : undefined
    const marked = token ?? faults.map((fault) => fieldOf?.(fault)).find((field) => field !== undefined)
    marked?.setAttribute('aria-invalid', 'true')
    if (marked instanceof HTMLElement) marked.focus()
    fill(
      said,
      el('p', { class: 'failed', role: 'alert' }, [problem.message, problem.hint].filter(Boolean).join(' ')),
      faults.length > 0 &&
        el('ul', {}, ...faults.map((fault) => el('li', {}, `${placeOf(fault)}${fault.detail ?? ''}`))),
    )
  }
  const form = el(
    'form',
    {
      class: 'recording',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        void send()
      },
    },
    ...fields,
    el('p', { class: 'buttons' }, el('button', { type: 'submit' }, button)),
    said,
  )
  return form
}

const placeOf = ({ pointer, line }: Fault): string => {
  if (line !== undefined) return `Line ${line}: `
  return pointer === undefined || pointer === '' ? '' : `${pointer.slice(1).replaceAll('/', ', ')}: `
}
