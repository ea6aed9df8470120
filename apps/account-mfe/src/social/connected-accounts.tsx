import type { ConnectedIdentity, Connections, SocialProviderInfo } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { AppLink, paths } from '@plaza/navigation';
import { Button, linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useFormatTime } from '../local-time.tsx';
import { messages } from '../messages.ts';
import { socialMessages } from './messages.ts';
import { ProviderIcon } from './provider-icon.tsx';

const texts = socialMessages.connections;

/** The providers that the account is connected with, and those that it could be; a part for the settings. */
export function ConnectedAccounts({ initial }: { initial: Connections }) {
  const { api, client, notify } = useHost();
  const { guard, dialog } = useStepUp();
  const queries = useQueryClient();
  const options = api.socialLogin.connections.queryOptions();
  const { data } = useQuery({ ...options, initialData: initial });
  const nameOf = (id: string) =>
    [...data.connected.map(({ provider }) => provider), ...data.available].find((one) => one.id === id)
      ?.name ?? id;

  const link = useMutation({
    networkMode: 'always',
    mutationFn: (input: { provider: string }) => guard(() => client.socialLogin.beginLink.mutate(input)),
    onSuccess: (result) => {
      if (result.ok) location.assign(result.href);
    },
  });
  const unlink = useMutation({
    networkMode: 'always',
    mutationFn: (input: { provider: string }) => guard(() => client.socialLogin.unlink.mutate(input)),
    onSuccess: (result, { provider }) => {
      if (result.ok) notify({ tone: 'success', text: texts.gone(nameOf(provider)) });
      return queries.invalidateQueries({ queryKey: options.queryKey });
    },
  });
  const unlinkProblem =
    unlink.data?.ok === false && unlink.variables
      ? { last_way: texts.lastWay, not_connected: texts.notConnected }[unlink.data.code](
          nameOf(unlink.variables.provider),
        )
      : null;
  const linkProblem =
    link.data?.ok === false && link.variables
      ? socialMessages.problems[link.data.code](nameOf(link.variables.provider))
      : null;

  if (data.connected.length + data.available.length === 0)
    return <p className="text-ink-muted">{texts.empty}</p>;
  return (
    <>
      <Problem error={link.error ?? unlink.error} text={linkProblem ?? unlinkProblem} />
      <ul className="divide-y divide-line">
        {data.connected.map((identity) => (
          <Row
            key={identity.provider.id}
            provider={identity.provider}
            detail={<Detail identity={identity} />}
          >
            {(labelId) => (
              <Button
                size="sm"
                variant="secondary"
                aria-label={texts.disconnectLabel(identity.provider.name)}
                aria-describedby={labelId}
                disabled={!identity.canUnlink}
                busy={unlink.isPending && unlink.variables.provider === identity.provider.id}
                busyLabel={texts.disconnectBusy}
                onClick={() => unlink.mutate({ provider: identity.provider.id })}
              >
                {texts.disconnect}
              </Button>
            )}
          </Row>
        ))}
        {data.available.map((provider) => (
          <Row key={provider.id} provider={provider}>
            {() => (
              <Button
                size="sm"
                variant="secondary"
                aria-label={texts.connectLabel(provider.name)}
                busy={(link.isPending || link.data?.ok === true) && link.variables?.provider === provider.id}
                busyLabel={texts.connectBusy}
                onClick={() => link.mutate({ provider: provider.id })}
              >
                {texts.connect}
              </Button>
            )}
          </Row>
        ))}
      </ul>
      {dialog}
    </>
  );
}

interface RowProps {
  provider: SocialProviderInfo;
  detail?: ReactNode;
  /** @param labelId of what describes the button */
  children: (labelId: string) => ReactNode;
}

function Row({ provider, detail, children }: RowProps) {
  const id = useId();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-surface-sunken">
        <ProviderIcon kind={provider.kind} />
      </span>
      <div id={id} className="min-w-0 flex-1">
        <p className="font-medium">{provider.name}</p>
        {detail}
      </div>
      {children(id)}
    </li>
  );
}

function Detail({ identity: { email, linkedAt, canUnlink } }: { identity: ConnectedIdentity }) {
  const formatTime = useFormatTime();
  return (
    <>
      <p className="text-sm wrap-anywhere text-ink-muted">{email ?? texts.noEmail}</p>
      <p className="text-sm text-ink-muted">
        <time dateTime={linkedAt}>{texts.since(formatTime(linkedAt, 'day'))}</time>
      </p>
      {!canUnlink && <p className="mt-1 text-sm text-ink-muted">{texts.onlyWay}</p>}
    </>
  );
}

function Problem({ error, text }: { error: unknown; text: string | null }) {
  if (!error && !text) return null;
  const isStale = error ? toApiError(error)?.reason === 'step_up_required' : false;
  return (
    <Notice
      tone={isStale ? 'warning' : 'danger'}
      className="mb-6"
      actions={
        isStale && (
          <AppLink href={paths.signIn(paths.connections(), { step: 'again' })} className={linkClass}>
            {texts.againLink}
          </AppLink>
        )
      }
    >
      {isStale ? texts.again : (text ?? messages.unreachable)}
    </Notice>
  );
}
