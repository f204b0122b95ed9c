import { bodyOf, v1, type Answer } from './v1.ts'

export type Names = Answer<'/v1/names'>

let asked: Promise<Names> | undefined

/** What normtrail knows by name, asked for once. */
export const names = (): Promise<Names> => {
  asked ??= bodyOf(v1.GET('/v1/names')).catch((thrown: unknown) => {
    asked = undefined
    throw thrown
  })
  return asked
}
