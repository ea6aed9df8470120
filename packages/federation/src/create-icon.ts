import { createElement, type SVGProps } from 'react';

interface IconData {
  node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}
export interface IconProps extends SVGProps<SVGSVGElement> {
  /** Width and height, in pixels. */
  size?: number;
}

/**
 * Makes a component of one of Lucide's icons, with what Plaza uses of Lucide's own: size, stroke, class, and being hidden
 * from screen readers unless it has a name. Left out are a context, strokes of absolute width, and classes that nobody asks
 * for; they weigh a kilobyte (brotli) in the shell and in every remote.
 */
export default function createIcon({ node }: IconData) {
  return ({ size = 24, ...props }: IconProps) =>
    createElement(
      'svg',
      {
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': !(props['aria-label'] || props['aria-labelledby']),
        ...props,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
}
