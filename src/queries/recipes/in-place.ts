import { NormtrailError } from '../../common/error.ts'

/** Where in a recipe an error lies, by what it says of itself; undefined where nothing tells. */
export type PlaceOf = (thrown: NormtrailError) => string | undefined

/** The same error, and where in the recipe it is. */
const placed = (thrown: unknown, placeOf: PlaceOf): unknown => {
  if (!(thrown instanceof NormtrailError) || thrown.where?.startsWith('/') === true) return thrown
  const where = placeOf(thrown)
  if (where === undefined) return thrown
  const { class: kind, code, message, hint, faults } = thrown
  return new NormtrailError(kind, code, message, { where, faults, cause: thrown, ...(hint !== undefined && { hint }) })
}

/** Within a part of a recipe: the field that an error names, else the part itself. */
export const within =
  (place: string): PlaceOf =>
  ({ where }) =>
    where === undefined ? place : `${place}/${where}`

/** Fields of a recipe that what is beneath calls otherwise. */
const fields: Readonly<Record<string, string>> = { at: '/day' }
/** Fields by what is wrong, where an error names none. */
const byCode: Readonly<Record<string, string>> = {
  'bad-years': '/from',
  'unknown-actor': '/states',
  'nothing-known': '/asKnownAt',
}

/** In a recipe as a whole. */
const inHead: PlaceOf = ({ where, code }) => (where === undefined ? byCode[code] : (fields[where] ?? `/${where}`))

/** Work on a part of a recipe: an error of it says where in the recipe it lies. */
export const inPlace = async <T>(work: () => T | Promise<T>, placeOf: PlaceOf = inHead): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    throw placed(thrown, placeOf)
  }
}

/** The same of what comes page by page. */
export async function* pagesInPlace<T>(pages: AsyncIterable<T>, placeOf: PlaceOf = inHead): AsyncGenerator<T> {
  try {
    yield* pages
  } catch (thrown) {
    throw placed(thrown, placeOf)
  }
}
