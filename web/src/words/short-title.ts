/** So long a name may be. */
const most = 64

/** How the Treaty Collection cites its own lists; by its first words these could be of any office of its house. */
const treatyCollection =
  /^United Nations(?: Treaty Collection)?, Multilateral Treaties Deposited with the Secretary-General(?=[,:]|$)/

/** The first parts of a citation, as many as fit: `United Nations, Treaty Series`. */
export const shortTitle = (citation: string): string => {
  const called = citation.replace(treatyCollection, 'United Nations Treaty Collection, MTDSG')
  const [first = '', ...others] = called.split(/[;,] |(?<=MTDSG): /)
  let title = first
  for (const part of others) {
    if (title.length + part.length + 2 > most) break
    title = `${title}, ${part}`
  }
  return title
}
