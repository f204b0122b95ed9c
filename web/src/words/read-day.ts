const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as somebody writes it: `1995-06-01`, `1 June 1995`, `June 1995` (its first), `1995` (its last). */
export const readDay = (written: string): string | undefined => {
  const text = written.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso !== null) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const year = /^\d{4}$/.exec(text)
  if (year !== null) return `${text}-12-31`
  const words = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(text)
  if (words === null) return undefined
  const month = months.indexOf((words[2] ?? '').slice(0, 3))
  return month < 0 ? undefined : real(Number(words[3]), month + 1, Number(words[1] ?? '1'))
}

/** The ISO day, where the calendar has it. */
const real = (year: number, month: number, day: number): string | undefined => {
  const pad = (value: number, size: number): string => String(value).padStart(size, '0')
  const written = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const read = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== written ? undefined : written
}
