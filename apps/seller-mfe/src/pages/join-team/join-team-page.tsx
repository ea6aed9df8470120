import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Button, buttonClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { Container } from '@plaza/ui/container';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useLinkToken } from '../../shared/use-link-token.ts';
import { teamMessages } from '../team/messages.ts';
import { Problem } from '../team/problem.tsx';
import type { JoinTeamData } from './load-join-team.ts';

const texts = teamMessages.join;

/** Where the link of an invitation leads: what it is for, and the button that accepts it. */
export function JoinTeamPage({ data }: PageProps<JoinTeamData>) {
  return (
    <Container className="flex justify-center py-12 md:py-20">
      <Card padding="lg" className="flex w-full max-w-lg flex-col gap-5">
        {data.isSignedIn ? <Invitation /> : <SignInFirst />}
      </Card>
    </Container>
  );
}

const Heading = ({ children }: { children: ReactNode }) => (
  <h1 className="text-2xl font-semibold wrap-anywhere">{children}</h1>
);

function SignInFirst() {
  return (
    <>
      <Heading>{texts.signInTitle}</Heading>
      <p className="text-ink-muted">{texts.signInText}</p>
      <div className="flex flex-wrap gap-3">
        <AppLink href={paths.signIn(paths.joinTeam())} className={buttonClass()}>
          {texts.signIn}
        </AppLink>
        <AppLink href={paths.register(paths.joinTeam())} className={buttonClass({ variant: 'secondary' })}>
          {texts.register}
        </AppLink>
      </div>
    </>
  );
}

function Invitation() {
  const { client } = useHost();
  const token = useLinkToken();
  const look = useMutation({
    networkMode: 'always',
    mutationFn: (shown: string) => client.team.openInvitation.mutate({ token: shown }),
  });
  const join = useMutation({
    networkMode: 'always',
    mutationFn: (shown: string) => client.team.join.mutate({ token: shown }),
  });
  const { mutate } = look;
  useEffect(() => {
    if (token) mutate(token);
  }, [token, mutate]);

  if (join.data?.ok)
    return (
      <>
        <Heading>{texts.done(join.data.sellerName)}</Heading>
        {/* A whole new page: header and all know of the new rights. */}
        <a href={paths.sellerDashboard()} className={buttonClass()}>
          {texts.toShop}
        </a>
      </>
    );
  const refusal = [look.data, join.data].find((result) => result?.ok === false);
  if (token === '' || refusal || look.error)
    return (
      <>
        <Heading>{texts.invalidTitle}</Heading>
        {token === '' ? (
          <Notice>{texts.noToken}</Notice>
        ) : (
          <Problem error={look.error} text={refusal?.ok === false ? refusal.message : undefined} />
        )}
      </>
    );
  if (!look.data?.ok || token === null)
    return (
      <p role="status" className="text-ink-muted">
        {texts.loading}
      </p>
    );
  return (
    <>
      <Heading>{texts.heading(look.data.sellerName)}</Heading>
      <div>
        <p className="text-ink-muted">{texts.mayDo}</p>
        <ul className="mt-2 list-disc ps-5">
          {look.data.permissions.map((permission) => (
            <li key={permission}>{teamMessages.rights[permission].name}</li>
          ))}
        </ul>
      </div>
      <Problem error={join.error} />
      <Button busy={join.isPending} busyLabel={texts.accepting} onClick={() => join.mutate(token)}>
        {texts.accept}
      </Button>
    </>
  );
}
