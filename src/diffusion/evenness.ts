/**
 * How evenly something is spread over groups: the entropy of its shares, over the greatest that there can be.
 *
 *     J = −Σ_r p_r · ln p_r / ln R          p_r: the share of group r in all that is counted; R: the number of groups
 *
 * Shannon's entropy (1948), normalised as Pielou (1966) does. Unit: none. Range: 0, where all of it is in one group, to
 * 1, where every group has as much as any other. `counts`: one a group, also of those that have none. A group without
 * any adds nothing to the sum, and one to R. Undefined, never 0, where nothing is counted, or there are fewer than two
 * groups. How large the groups are plays no part: where they are not of one size, it is below 1 even if all of each is
 * counted.
 *
 * Example: 2, 1, 1 and 0 give (½ · ln 2 + 2 · ¼ · ln 4) / ln 4 = ¾.
 */
export const evenness = (counts: readonly number[]): number | undefined => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0 || counts.length < 2) return undefined
  const entropy = counts
    .filter((count) => count > 0)
    .reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0)
  return entropy / Math.log(counts.length)
}
