import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import createIcon, { type IconProps } from './create-icon.ts';

const Icon = createIcon({ node: [['path', { d: 'M18 6 6 18', key: 'stroke' }]] });
const draw = (props: IconProps) => renderToStaticMarkup(createElement(Icon, props));

describe('an icon', () => {
  it('is drawn in the colour of the text, as large as it is asked to be', () => {
    expect(draw({ size: 18, strokeWidth: 1.5, className: 'shrink-0' })).toMatchInlineSnapshot(
      `"<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="shrink-0"><path d="M18 6 6 18"></path></svg>"`,
    );
  });

  it('is hidden from screen readers unless it has a name', () => {
    expect(draw({})).toContain('aria-hidden="true"');
    expect(draw({ 'aria-label': 'Sold' })).not.toContain('aria-hidden="true"');
  });
});
