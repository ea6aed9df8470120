import type { ApiClient, ApiClientList } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { Badge } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { useFormatTime } from '../../local-time.tsx';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';
import { CreateClient } from './create-client.tsx';
import { apiMessages as texts } from './messages.ts';

/** The programs that act for somebody: which there are, another one, and their end. */
export function ApiClientsPage({ data }: PageProps<ApiClientList>) {
  const { api } = useHost();
  const query = useQuery({ ...api.apiClient.list.queryOptions(), initialData: data });
  const { clients, grantable } = query.data;
  return (
    <AccountFrame current="api" title={texts.title} text={texts.text}>
      <Section title={texts.list}>
        {clients.length === 0 ? (
          <p className="text-ink-muted">{texts.empty}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
            {clients.map((client) => (
              <Client key={client.id} client={client} onDone={query.refetch} />
            ))}
          </ul>
        )}
      </Section>
      <CreateClient grantable={grantable} onDone={query.refetch} />
    </AccountFrame>
  );
}

function Client({ client: shown, onDone }: { client: ApiClient; onDone: () => unknown }) {
  const { client, notify } = useHost();
  const formatTime = useFormatTime();
  const { id: clientId, name, scopes, createdAt, lastUsedAt, idleUntil } = shown;
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => client.apiClient.end.mutate({ clientId }),
    onSuccess: () => {
      notify({ tone: 'success', text: texts.ended(name) });
      return onDone();
    },
  });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-muted">
          {texts.made(formatTime(createdAt, 'day'))} ·{' '}
          {lastUsedAt ? texts.used(formatTime(lastUsedAt)) : texts.neverUsed}
        </p>
        <p className="text-sm text-ink-muted">{texts.until(formatTime(idleUntil, 'day'))}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          {scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </p>
        <Problem error={end.error} />
      </div>
      <Button
        size="sm"
        variant="secondary"
        aria-label={texts.endLabel(name)}
        busy={end.isPending}
        busyLabel={texts.ending}
        onClick={() => end.mutate()}
      >
        {texts.end}
      </Button>
    </li>
  );
}
