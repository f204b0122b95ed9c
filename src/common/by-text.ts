/** Which of two texts comes first by their code units, the same on every machine: negative where a does. */
export const byText = (a: string, b: string): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}
