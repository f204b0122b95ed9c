import { byId, html } from './elements.js'
import { actorInSentence, inSentence } from './words.js'

const states = new Map()
const subjects = new Map()
const norms = new Set()

const suggest = (list, entries) =>
  byId(list).replaceChildren(...entries.map(({ id, name }) => html('option', { value: id, label: name })))

/** Takes the names that the log knows, and suggests them in the form. The page works without them. */
export const learnNames = (known) => {
  for (const { id, name } of known.states) states.set(id, name)
  for (const { id, name } of [...known.norms, ...known.treaties]) subjects.set(id, name)
  for (const { id } of known.norms) norms.add(id)
  suggest('states', known.states)
  suggest('subjects', [...known.norms, ...known.treaties])
}

export const isNorm = (id) => norms.has(id)

/** An id as it stands in a sentence until its name is known: codes of three letters in capitals. */
const asWord = (id) => (/^[a-z]{3}$/.test(id) ? id.toUpperCase() : id)

export const stateName = (id) => states.get(id) ?? asWord(id)
export const subjectName = (id) => subjects.get(id) ?? asWord(id)

/** As a sentence calls them: `the United States`, `the Rome Statute`, `the abolition of the death penalty`. */
export const stateInSentence = (id) => actorInSentence(stateName(id))
export const subjectInSentence = (id, isOfNorm = isNorm(id)) => {
  // Nobody takes on torture: where its name is not known yet, a norm is called one.
  if (isOfNorm && !subjects.has(id)) return `the norm “${id}”`
  return inSentence(subjectName(id), isOfNorm)
}
