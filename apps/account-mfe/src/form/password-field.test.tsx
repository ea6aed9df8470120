import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PasswordField } from './password-field.tsx';

describe('a password that is typed', () => {
  const markup = renderToStaticMarkup(<PasswordField label="Password" autoComplete="current-password" />);
  const [input = ''] = /<input[^>]*>/.exec(markup) ?? [];

  it('is hidden until its owner wants to see it', () => {
    expect(input).toContain('type="password"');
    expect(markup).toContain('aria-pressed="false"');
  });

  it('may be pasted, and filled in by a password manager', () => {
    expect(input).toContain('autoComplete="current-password"');
    expect(input).not.toMatch(/ (readonly|disabled|maxlength|onpaste)=/i);
  });
});
