import { paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { messages } from '../messages.ts';

/** Stands for a page whose remote is switched off. Nothing is tried again: the link is a plain one, to a fresh document. */
export function OffPage() {
  const { heading, text, toHome } = messages.off;
  return (
    <Container className="py-20 text-center sm:py-28">
      <h1 className="text-3xl font-semibold">{heading}</h1>
      <p className="mx-auto mt-3 max-w-md text-ink-muted">{text}</p>
      <a href={paths.home()} className={`mt-8 ${buttonClass()}`}>
        {toHome}
      </a>
    </Container>
  );
}
