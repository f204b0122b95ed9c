import type { EndNote, ReadFact, Rule } from '../end-note.ts'
import { aFormerState, formerState } from '../named-states.ts'

const effected = new RegExp(`\\bformalit(?:y was|ies were) effected by ${aFormerState}\\.?$`)

/** Acts that the row of a successor shows and that its note gives to a state that is no more. */
export const formalities: Rule = {
  name: 'formalities',
  version: 1,
  reads: "The formality was effected by Democratic Yemen: the acts in the row that refers to the note are that state's",
  read: (note, sentences) => sentences.filter(({ quoted }) => !quoted).flatMap(({ text }) => readSentence(note, text)),
}

const readSentence = ({ participants }: EndNote, sentence: string): readonly ReadFact[] => {
  const called = effected.exec(sentence)?.[1]
  const [row, ...others] = participants
  if (called === undefined || row === undefined || others.length > 0) return []
  return row.acts.flatMap(({ type, occurred }) => {
    const actor = formerState(called, occurred)?.name
    const remark = `The day is that of the row of ${row.name}.`
    return actor === undefined ? [] : [{ type, actor, occurred, sentence, remark }]
  })
}
