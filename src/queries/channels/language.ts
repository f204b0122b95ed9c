import { classified } from './classified.ts'

/**
 * Language: those who share an official language.
 *
 * Each language is one group; a state with two official languages is in two. Source: the constitution or law that makes
 * a language official, cited by its event. A state whose official languages nobody has recorded is unknown, and not
 * without one: it takes no part, and is listed as unknown.
 */
export const language = classified({
  id: 'language',
  title: 'Official language',
  definition: 'partners are the states that share an official language on the day',
  evidence: 'ActorClassified (official-language)',
  classification: 'official-language',
  assumption: 'a language whose law is not dated is taken to have been official for as long as the state is there',
})
