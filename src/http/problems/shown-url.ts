/** What a token looks like, from its first letters on. */
const token = /nt_[0-9a-f]{10}_[\w-]*/gi

/** Parameters that somebody may take for a place of a secret. */
const secret = /^(?:access[_-]?token|token|api[_-]?key|key|authorization|bearer|secret|password|idempotency[_-]?key)$/i

/** A path and query as they may be written down: without a token, which stands in a header, or nowhere. */
export const shownUrl = (url: string): string => {
  const at = url.indexOf('?')
  if (at < 0) return hidden(url)
  const parameters = url
    .slice(at + 1)
    .split('&')
    .map((parameter) => shownParameter(parameter))
  return `${hidden(url.slice(0, at))}?${parameters.join('&')}`
}

const shownParameter = (parameter: string): string => {
  const [name = ''] = parameter.split('=', 1)
  return secret.test(decoded(name)) ? `${hidden(name)}=…` : hidden(parameter)
}

/** Looked for as it means, since any letter of it may be escaped. */
const hidden = (text: string): string => {
  if (text.replaceAll(token, '') !== text) return text.replaceAll(token, 'nt_…')
  return decoded(text).search(token) < 0 ? text : 'nt_…'
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
