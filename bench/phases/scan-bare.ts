import { scanOf } from '../bare/scan.ts'
import { measured, type Measured } from '../phase.ts'

/** Reads the same log without it: SQL and JSON.parse, or the bare client. */
export const scanBare = async (place: string, logName: string, how: string, facts = '0'): Promise<Measured> => {
  const scan = await scanOf(place, logName, how, Number(facts))
  const result = await measured(scan.run)
  await scan.close()
  return result
}
