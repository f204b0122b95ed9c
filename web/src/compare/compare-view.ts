import { el, fill } from '../elements/element.ts'
import { titled, type View } from '../shell/shell.ts'

export const compareView: View = (host) => {
  titled('compare')
  fill(host, el('h1', {}, 'compare'))
}
