/** States, treaties and years that are asked about in turn: few questions are asked twice within a second. */
const states =
  'fra deu usa gbr chn rus ind bra zaf nga ken arg chl mex can jpn kor aus nzl egy tur irn irq sau isr jor'.split(' ')
const treaties = ['cat', 'cedaw', 'iccpr', 'icescr', 'crc', 'rome', 'ottawa', 'icerd']
const firstYear = 1970
const years = 50

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** Statuses of many states under many treaties on many days. */
export const statusPaths = (root: string): readonly string[] =>
  Array.from({ length: 1_000 }, (_, index) => {
    const day = `${firstYear + ((index * 13) % years)}-06-01`
    return `${root}/status/${at(states, index)}/${at(treaties, index * 7 + Math.floor(index / 26))}?asOf=${day}`
  })

/** The company of every one of the states in one year. */
export const exposurePaths = (root: string): readonly string[] =>
  states.map((state) => `${root}/exposure/${state}?score=cirights:physint&asOf=2005-06-01`)
