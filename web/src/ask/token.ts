const key = 'normtrail-token'

/** The token that requests carry: kept as long as this tab is open, and nowhere else. */
export const token = (): string | undefined => sessionStorage.getItem(key) ?? undefined

export const keepToken = (given: string): void => {
  if (given === '') sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, given)
}

export const tokenHeaders = (): Record<string, string> => {
  const given = token()
  return given === undefined ? {} : { authorization: `Bearer ${given}` }
}
