import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import { actWords } from '../words/acts.ts'
import { whenWords } from '../words/when.ts'
import { recordingForm } from './form.ts'

type Proposal = Answer<'/v1/proposals'>['items'][number]

/** What rules read and coders coded, and nobody has decided: each beside what the log says, to accept or reject. */
export const reviewList = (): HTMLElement => {
  const list = el('div')
  const load = () =>
    void part(list)({
      what: 'the proposals',
      load: () => bodyOf(v1.GET('/v1/proposals', { params: { query: { state: 'pending', limit: 50 } } })),
      show: ({ items }) =>
        items.length === 0
          ? el('p', {}, 'Nothing waits to be decided.')
          : el('ol', { class: 'proposals' }, ...items.map((item) => proposalElement(item, load))),
    })
  const element = el('details', { class: 'more' }, el('summary', {}, 'Review proposals'), list)
  element.addEventListener('toggle', () => {
    if (element.open) load()
  })
  return element
}

const besides: Readonly<Record<Proposal['beside'], string>> = {
  same: 'The log says the same already.',
  differs: 'The log says otherwise:',
  new: 'The log says nothing of it.',
}

const proposalElement = (proposal: Proposal, again: () => void): HTMLElement => {
  const { id, type, occurred, actor, treaty, sentence, beside, log, file, locator } = proposal
  const because = el('input', { type: 'text', name: 'because' })
  let decision = 'accept'
  const form = recordingForm({
    button: 'Accept',
    fields: [el('label', {}, 'Because', because)],
    request: () => ({
      path: `proposals/${id}/${decision}`,
      body: JSON.stringify(because.value.trim() === '' ? {} : { because: because.value.trim() }),
      type: 'application/json',
    }),
    fieldOf: () => because,
    done: again,
  })
  form
    .querySelector('.buttons')
    ?.append(el('button', { type: 'submit', onclick: () => (decision = 'reject') }, 'Reject'))
  form.querySelector('button')?.addEventListener('click', () => (decision = 'accept'))
  return el(
    'li',
    { 'data-proposal': id },
    el('p', {}, el('strong', {}, `${actWords(type)}${occurred === null ? '' : `, ${whenWords(occurred)}`}`)),
    el('p', { class: 'note' }, [actor, treaty].filter(Boolean).join(' · ')),
    sentence !== null && el('blockquote', {}, sentence),
    el('p', { class: 'source' }, `${file}${locator === null ? '' : `, ${locator}`}`),
    el('p', {}, besides[beside]),
    ...log.map((fact) =>
      el(
        'p',
        { class: 'source' },
        `${actWords(fact.type)}, ${fact.occurred === null ? 'no date' : whenWords(fact.occurred)}. ` +
          fact.citations.join('; '),
      ),
    ),
    form,
  )
}
