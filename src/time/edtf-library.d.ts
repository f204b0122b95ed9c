declare module 'edtf' {
  /** Parses an EDTF string; `min` and `max` are milliseconds since 1970-01-01 UTC. */
  export default function edtf(text: string): { readonly type: string; readonly min: number; readonly max: number }
}
