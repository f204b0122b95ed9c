import { tellRenamings } from '../words/names-then.ts'
import { bodyOf, v1 } from './v1.ts'

let asked: Promise<void> | undefined

/** What states were called before, asked for once, before the first view; where it fails each has the name of now. */
export const renamings = (): Promise<void> => {
  asked ??= bodyOf(v1.GET('/v1/renamings')).then(
    ({ states }) => tellRenamings(states),
    () => (asked = undefined),
  )
  return asked
}
