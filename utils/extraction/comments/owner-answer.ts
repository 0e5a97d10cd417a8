/** The blog owner's answer inside a comment: FC2 sets it apart by a background colour, Pixnet by a name. */
export function isOwnerAnswer(element: Element): boolean {
  const style = element.getAttribute('style');
  if (element.nodeName === 'DIV' && style && /background/iu.test(style)) return true;
  return element.classList.contains('reply-text');
}
