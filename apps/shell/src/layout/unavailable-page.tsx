import { paths } from '@plaza/navigation';
import { Button, buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { messages } from '../messages.ts';

/** Stands for a page that could not be loaded. The link home is a plain one: a fresh document may be what helps. */
export function UnavailablePage({ onRetry, retrying = false }: { onRetry: () => void; retrying?: boolean }) {
  const { heading, text, retry, toHome } = messages.unavailable;
  return (
    <Container className="py-20 text-center sm:py-28">
      <div role="alert">
        <h1 className="text-3xl font-semibold">{heading}</h1>
        <p className="mx-auto mt-3 max-w-md text-ink-muted">{text}</p>
      </div>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        <Button onClick={onRetry} busy={retrying}>
          {retry}
        </Button>
        <a href={paths.home()} className={buttonClass({ variant: 'secondary' })}>
          {toHome}
        </a>
      </div>
    </Container>
  );
}
