import { el, fill } from '../elements/element.ts'
import { titled, type View } from '../shell/shell.ts'

export const logView: View = (host) => {
  titled('log')
  fill(host, el('h1', {}, 'log'))
}
