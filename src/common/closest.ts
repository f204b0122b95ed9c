import { distance } from 'fastest-levenshtein'

/** The known words nearest to a mistyped one, nearest first: at most `most`, and none that are far off. */
export const closest = (word: string, known: Iterable<string>, most = 3): readonly string[] => {
  const wanted = word.toLowerCase()
  const reach = Math.max(2, Math.floor(wanted.length / 3))
  return [...known]
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
