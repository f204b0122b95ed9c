const padded = (year: number) => String(year).padStart(4, '0')

/** The EDTF text of a run of years: `1984`, or `1965/1970`. */
export const yearsText = (first: number, last: number): string =>
  first === last ? padded(first) : `${padded(first)}/${padded(last)}`
