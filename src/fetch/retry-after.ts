/**
 * The header Retry-After in milliseconds from `now`: a number of seconds, or a date (RFC 9110, section 10.2.3).
 * Undefined where it is absent, or neither; 0 for a date that has passed.
 */
export const retryAfter = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
