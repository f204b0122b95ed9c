import { believesAll } from './names.ts'

/** Of whom nothing is told: all sources that the log holds, or those alone that somebody chose to believe. */
export const noSource = (sources: string | undefined): string =>
  sources === undefined || believesAll(sources) ? 'No source in this log' : 'None of the chosen sources'
