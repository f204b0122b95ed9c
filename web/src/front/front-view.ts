import { el, fill } from '../elements/element.ts'
import { titled, type View } from '../shell/shell.ts'

export const frontView: View = (host) => {
  titled('front')
  fill(host, el('h1', {}, 'front'))
}
