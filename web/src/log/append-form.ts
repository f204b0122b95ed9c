import { el } from '../elements/element.ts'
import { recordingForm } from './form.ts'

const sample = JSON.stringify({
  stream: 'treaty-cat',
  type: 'TreatyRatified',
  occurred: '1990-06-01',
  sources: [{ citation: 'Title, body, symbol, date', locator: 'page 1', kind: 'scholarly' }],
  data: { actor: 'fra' },
})

/** Events as lines, one JSON object each: all of them are recorded as one commit, or none. */
export const appendForm = (): HTMLElement => {
  const lines = el('textarea', { name: 'lines', rows: 8, spellcheck: 'false', placeholder: sample })
  return recordingForm({
    button: 'Append',
    fields: [
      el('label', {}, 'Events, one JSON object a line', lines),
      el(
        'p',
        { class: 'note' },
        'All of them are recorded, or none. What each type takes is at ',
        el('a', { href: './v1/docs#post-v1-events' }, '/v1/docs'),
        '.',
      ),
    ],
    request: () => ({ path: 'events', body: `${lines.value.trim()}\n`, type: 'application/x-ndjson' }),
    fieldOf: () => lines,
    done: () => (lines.value = ''),
  })
}
