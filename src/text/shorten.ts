/** A text of at most so many characters; what is longer ends in an ellipsis. */
export const shortened = (text: string, most: number): string => {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** The first of a list, with commas between; that there are more is said by an ellipsis. */
export const firstFew = (list: readonly string[], most: number, between = ', '): string =>
  [...list.slice(0, most), ...(list.length > most ? ['…'] : [])].join(between)
