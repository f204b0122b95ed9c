/**
 * A drawing of Plot without the style sheet that it brings along, which the page's policy refuses; `page.css` has what
 * it says. Its texts are for eyes: readers of screens have the figure's caption and its table.
 */
export const withoutStyle = <Drawn extends Element>(drawn: Drawn): Drawn => {
  for (const style of drawn.querySelectorAll('style')) style.remove()
  drawn.removeAttribute('style')
  drawn.setAttribute('aria-hidden', 'true')
  return drawn
}
