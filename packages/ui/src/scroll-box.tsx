import type { ComponentProps } from 'react';

/** A box that scrolls by itself, within reach of the keyboard; it needs a name, by `aria-label` or `aria-labelledby`. */
export function ScrollBox(props: ComponentProps<'section'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  return <section tabIndex={0} {...props} />;
}
