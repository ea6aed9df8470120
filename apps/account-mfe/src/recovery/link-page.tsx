import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import type { ReactNode } from 'react';
import { FormFrame } from '../form/form-frame.tsx';
import { recoveryMessages as texts } from './messages.ts';
import { useLinkToken } from './use-link-token.ts';

interface LinkPageProps {
  title: string;
  text: string;
  footer?: ReactNode;
  children: (token: string) => ReactNode;
}

/**
 * A page that a mailed link opens. Opening changes nothing, for programs open links too to look at them: a person has to
 * press. Pages that it leads to are not told where they were led from.
 */
export function LinkPage({ title, text, footer = null, children }: LinkPageProps) {
  const token = useLinkToken();
  return (
    <FormFrame title={title} text={text} footer={footer}>
      <meta name="referrer" content="no-referrer" />
      {token === '' ? (
        <Notice tone="warning" title={texts.noLinkTitle}>
          {texts.noLinkText}
        </Notice>
      ) : (
        children(token ?? '')
      )}
    </FormFrame>
  );
}

/** What is said when there is nothing more to do here, and the way on. */
export function LinkOutcome(props: {
  tone: 'positive' | 'warning';
  title?: string;
  text: string;
  href?: string;
  label?: string;
}) {
  const { tone, title, text, href = paths.home(), label = texts.home } = props;
  return (
    <div className="flex flex-col gap-5">
      <Notice tone={tone} title={title}>
        {text}
      </Notice>
      <AppLink href={href} className={buttonClass({ fullWidth: true })}>
        {label}
      </AppLink>
    </div>
  );
}
