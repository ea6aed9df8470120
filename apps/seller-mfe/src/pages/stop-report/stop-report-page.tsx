import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { Button, buttonClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { Container } from '@plaza/ui/container';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useLinkToken } from '../../shared/use-link-token.ts';
import { stopReportMessages as texts } from './messages.ts';

/** Where the link of a weekly report leads that ends them. Asks first: programs that look for dangers open links too. */
export function StopReportPage() {
  const { client } = useHost();
  const token = useLinkToken();
  const stop = useMutation({
    networkMode: 'always',
    mutationFn: (shown: string) => client.analytics.seller.stopWeeklyReport.mutate({ token: shown }),
  });
  const isDone = stop.data?.ok === true;
  const problem = stop.isError
    ? texts.failed
    : stop.data?.ok === false
      ? stop.data.message
      : token === ''
        ? texts.noToken
        : null;
  return (
    <Container className="grid justify-center py-12 md:py-20">
      <Card padding="lg" className="flex w-full max-w-lg flex-col gap-5">
        <h1 className="text-2xl font-semibold">{isDone ? texts.doneHeading : texts.heading}</h1>
        <p className="text-ink-muted" role={isDone ? 'status' : undefined}>
          {isDone ? texts.doneText : texts.text}
        </p>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        {isDone ? (
          <AppLink href={paths.sellerDashboard()} className={buttonClass({ variant: 'secondary' })}>
            {texts.toDashboard}
          </AppLink>
        ) : (
          <Button
            busy={stop.isPending}
            busyLabel={texts.stopping}
            disabled={!token}
            onClick={() => token && stop.mutate(token)}
          >
            {texts.stop}
          </Button>
        )}
      </Card>
    </Container>
  );
}
