import { NormtrailError } from '../../common/error.ts'

const unrecorded: ReadonlySet<string> = new Set([
  'unknown-relation',
  'unknown-attribute',
  'unknown-classification',
  'unknown-score',
])

/** What is loaded; undefined where nobody has recorded anything of it: then a part of an answer is unknown, not all. */
export const ifRecorded = async <T>(load: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await load()
  } catch (thrown) {
    if (thrown instanceof NormtrailError && unrecorded.has(thrown.code)) return undefined
    throw thrown
  }
}
