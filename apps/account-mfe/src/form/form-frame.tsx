import { Card } from '@plaza/ui/card';
import { Container } from '@plaza/ui/container';
import { PlazaMark } from '@plaza/ui/plaza-mark';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';

export interface FormFrameProps {
  title: string;
  text?: string;
  children: ReactNode;
  /** The way to the other form. */
  footer: ReactNode;
}

/** The one thing on a page of its own: a form in the middle. */
export function FormFrame({ title, text, children, footer }: FormFrameProps) {
  return (
    <Container className="flex justify-center py-10 sm:py-16 lg:py-20">
      <div className="flex w-full max-w-md flex-col gap-6">
        <header className="flex flex-col items-center gap-2 text-center">
          <PlazaMark className="mb-2 size-10" />
          <h1 className="text-3xl font-semibold">{title}</h1>
          {text && <p className="text-ink-muted">{text}</p>}
        </header>
        <Card padding="lg">
          <noscript>
            <p className="mb-4 text-sm text-ink-muted">{messages.noScript}</p>
          </noscript>
          {children}
        </Card>
        <p className="text-center text-ink-muted">{footer}</p>
      </div>
    </Container>
  );
}
