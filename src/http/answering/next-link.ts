/**
 * Where the next page of a list is (RFC 8288): at the same path, with the same query, from there on. How many there are
 * in all is not counted again.
 */
export const nextLink = (
  path: string,
  { count: _count, ...given }: Readonly<Record<string, string>>,
  next: string,
): string => `<${path}?${new URLSearchParams({ ...given, after: next })}>; rel="next"`
