import { allQuestions } from './by-first-word.ts'
import type { Question } from './question/question.ts'

/** Every question that normtrail answers, in the order in which help lists them. */
export const questions: readonly Question[] = await allQuestions()
