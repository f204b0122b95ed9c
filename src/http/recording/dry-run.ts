import { badInput } from '../../common/error.ts'
import { parametersOf } from '../problems/parameters.ts'

/** Whether nothing is to be recorded. Throws `bad-input` for whatever else the query says. */
export const isDryRun = (url: string): boolean => {
  const { dryRun = 'false' } = parametersOf(url, ['dryRun'], 'what is recorded')
  if (!['', 'true', 'false'].includes(dryRun))
    throw badInput('bad-input', `"${dryRun}" came. Expected true or false.`, { where: 'dryRun' })
  return dryRun !== 'false'
}
