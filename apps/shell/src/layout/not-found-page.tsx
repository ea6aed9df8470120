import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { messages } from '../messages.ts';

export function NotFoundPage() {
  const { heading, text, toHome, toSearch } = messages.notFound;
  return (
    <Container className="py-20 text-center sm:py-28">
      <h1 className="text-3xl font-semibold">{heading}</h1>
      <p className="mx-auto mt-3 max-w-md text-ink-muted">{text}</p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        <AppLink href={paths.home()} className={buttonClass()}>
          {toHome}
        </AppLink>
        <AppLink href={paths.search('')} className={buttonClass({ variant: 'secondary' })}>
          {toSearch}
        </AppLink>
      </div>
    </Container>
  );
}
