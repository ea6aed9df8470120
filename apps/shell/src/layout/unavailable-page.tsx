import { paths } from '@plaza/navigation';
import { Button, buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { messages } from '../messages.ts';
import { useIsOnline } from './use-is-online.ts';

const texts = messages.unavailable;

/**
 * Stands for a page that could not be loaded, while whoever shows it tries again by itself. The link home is a plain
 * one: a fresh document may be what helps.
 */
export function UnavailablePage({ onRetry, retrying = false }: { onRetry: () => void; retrying?: boolean }) {
  const isOnline = useIsOnline();
  return (
    <Container className="py-20 text-center sm:py-28">
      <div role="alert">
        <h1 className="text-3xl font-semibold">{texts.heading}</h1>
        <p className="mx-auto mt-3 max-w-md text-ink-muted">
          {isOnline === false ? texts.waiting : texts.text}
        </p>
      </div>
      <p role="status" className="mx-auto mt-3 min-h-6 max-w-md text-ink-muted">
        {isOnline && texts.trying}
      </p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        <Button onClick={onRetry} busy={retrying}>
          {texts.retry}
        </Button>
        <a href={paths.home()} className={buttonClass({ variant: 'secondary' })}>
          {texts.toHome}
        </a>
      </div>
    </Container>
  );
}
